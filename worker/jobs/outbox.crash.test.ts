import { expect, it } from 'vitest'
import { kill } from '@/e2e/crash'
import { randomFrom, Sender } from '@/e2e/impatient-sender'
import { messagesIn } from '@/e2e/mailbox-of'
import { until } from '@/e2e/timed'
import { person } from '@/e2e/web-client'

const sends = 200
const lanes = 10
/** Send is pressed during this time, and that is when servers are killed. */
const seconds = 60
const seed = 4

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Each is killed a few times, at moments nobody chose. */
const victims = ['web', 'web', 'web', 'worker', 'worker', 'worker', 'worker']
const mailHosts = ['postfix blue', 'postfix blue', 'postfix blue', 'postfix red', 'postfix red']

async function killAtRandom(random: () => number): Promise<void> {
  const planned = [...victims, ...mailHosts].map((piece) => ({ piece, at: (0.05 + random() * 0.9) * seconds * 1000 }))
  const started = Date.now()
  for (const { piece, at } of planned.sort((a, b) => a.at - b.at)) {
    await pause(Math.max(0, started + at - Date.now()))
    const wasUp = kill(piece)
    console.log(`${((Date.now() - started) / 1000).toFixed(1)} s: ${wasUp ? 'killed' : 'still down:'} ${piece}`)
  }
}

/** How often each Message-ID is in a mailbox. */
async function countIn(account: Parameters<typeof messagesIn>[0], mailbox?: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const { messageId = '' } of await messagesIn(account, mailbox)) {
    counts.set(messageId, (counts.get(messageId) ?? 0) + 1)
  }
  return counts
}

/** Which way each copy of what came more than once has taken: what to look for when it happens elsewhere. */
async function tellRepeats(account: Parameters<typeof messagesIn>[0]): Promise<void> {
  for (const [id, copies] of Map.groupBy(await messagesIn(account), ({ messageId }) => messageId)) {
    if (copies.length === 1) continue
    const ways = copies.map(({ headerLines }) => headerLines.filter(({ key }) => key === 'received'))
    console.log(`${id} is there ${copies.length} times: ${JSON.stringify(ways, ['line'], 1)}`)
  }
}

type Person = Awaited<ReturnType<typeof person>>

/** Every message is where its sender was told it is, once, and the pages show that. */
async function expectTruth(senders: Sender[], recipients: Person[]): Promise<void> {
  await until(
    async () => (await Promise.all(senders.map((sender) => sender.outbox()))).flat(),
    (messages) => messages.length === 0,
    150,
  )
  const sent = senders.flatMap((sender) => sender.sent)
  console.log(`${sent.length} sent, ${senders.flatMap(({ undone }) => undone).length} taken back`)
  const once = (ids: string[]) => new Map(ids.map((id) => [id, 1]))
  for (const { account } of recipients) {
    const arrived = await until(
      () => countIn(account),
      (counts) => sent.every((id) => counts.has(id)),
      60,
    )
    await tellRepeats(account)
    expect(arrived).toEqual(once(sent))
  }
  for (const sender of senders) {
    const { account } = sender.from
    expect(await countIn(account, 'Sent')).toEqual(once(sender.sent))
    expect(await countIn(account, 'Drafts')).toEqual(once(sender.undone))
    expect(await countIn(account, 'Scheduled')).toEqual(new Map())
    await until(
      () => sender.statesShown(),
      (states) => states.length === sender.sent.length && states.every((state) => state === 'in-mailbox'),
    )
  }
}

async function makeSenders(count: number, recipients: Person[]): Promise<Sender[]> {
  const random = randomFrom(seed)
  const senders: Sender[] = []
  for (let lane = 0; lane < count; lane++) {
    const from = await person(lane % 3 === 0 ? 'red' : 'blue', 'sender')
    senders.push(
      new Sender(
        from,
        recipients.map(({ recipient }) => recipient),
        random,
      ),
    )
  }
  return senders
}

const sentAndUndone = (senders: Sender[]) =>
  senders.reduce((sum, { sent, undone }) => sum + sent.length + undone.length, 0)

it(`${sends} messages arrive once, and those taken back never, whatever is killed meanwhile`, {
  timeout: 300_000,
}, async () => {
  const recipients = [await person('red', 'john'), await person('blue', 'maria')]
  const senders = await makeSenders(lanes, recipients)
  const killing = killAtRandom(randomFrom(seed))
  await Promise.all(senders.map((sender) => sender.send(sends / lanes, seconds)))
  await killing
  expect(sentAndUndone(senders)).toBe(sends)
  await expectTruth(senders, recipients)
})

it('messages held while the database is killed arrive once', { timeout: 300_000 }, async () => {
  const recipients = [await person('red', 'john'), await person('blue', 'maria')]
  const senders = await makeSenders(3, recipients)
  setTimeout(() => kill('database'), 6_000)
  await Promise.all(senders.map((sender) => sender.send(6, 8)))
  expect(sentAndUndone(senders)).toBe(18)
  await expectTruth(senders, recipients)
})
