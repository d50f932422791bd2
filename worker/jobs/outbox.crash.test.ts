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
    kill(piece)
    console.log(`${((Date.now() - started) / 1000).toFixed(1)} s: killed ${piece}`)
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

it(`${sends} messages arrive once, and those taken back never, whatever is killed meanwhile`, {
  timeout: 300_000,
}, async () => {
  const random = randomFrom(seed)
  const [john, maria] = [await person('red', 'john'), await person('blue', 'maria')]
  const senders: Sender[] = []
  for (let lane = 0; lane < lanes; lane++) {
    const from = await person(lane % 3 === 0 ? 'red' : 'blue', 'sender')
    senders.push(new Sender(from, [john.recipient, maria.recipient], random))
  }
  const killing = killAtRandom(random)
  await Promise.all(senders.map((sender) => sender.send(sends / lanes, seconds)))
  await killing

  const settled = await until(
    async () => (await Promise.all(senders.map((sender) => sender.outbox()))).flat(),
    (messages) => messages.length === 0,
    150,
  )
  expect(settled).toEqual([])
  const sent = senders.flatMap((sender) => sender.sent)
  const undone = senders.flatMap((sender) => sender.undone)
  console.log(`${sent.length} sent, ${undone.length} taken back`)
  expect(sent.length + undone.length).toBe(sends)

  const everyone = new Map(sent.map((id) => [id, 1]))
  for (const { account } of [john, maria]) {
    const arrived = await until(
      () => countIn(account),
      (counts) => sent.every((id) => counts.has(id)),
      60,
    )
    expect(arrived).toEqual(everyone)
  }
  // what the pages show is what the mailboxes hold
  for (const sender of senders) {
    expect(await countIn(sender.from.account, 'Sent')).toEqual(new Map(sender.sent.map((id) => [id, 1])))
    expect(await countIn(sender.from.account, 'Drafts')).toEqual(new Map(sender.undone.map((id) => [id, 1])))
    expect(await countIn(sender.from.account, 'Scheduled')).toEqual(new Map())
    const inMailboxes = Array.from(sender.sent, () => 'in-mailbox')
    await until(
      () => sender.statesShown(),
      (states) => states.join() === inMailboxes.join(),
    )
  }
})
