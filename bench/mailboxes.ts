import { ImapWire } from '@/bench/clients/imap-wire'
import { script } from '@/bench/world'
import { signMailToken } from '@/lib/auth/mail-token'
import { db } from '@/lib/db/client'
import { countContacts } from '@/lib/db/contacts/list'
import { createContacts } from '@/lib/db/contacts/save'
import { changeContacts } from '@/lib/db/contacts/write'
import { type AppendTarget, appendAll } from '@/scripts/seed/append'
import { nextMessage, type SeedMessage, seedPeople, startThread } from '@/scripts/seed/message'
import { Random } from '@/scripts/seed/random'
import { blue } from '@/scripts/world/addresses'

/** An account of the bench. `wordOfConversations` stands in the subject of its conversations of ten messages. */
export type BenchMailbox = { address: string; password: string; messages: number }

export const password = 'bench'
export const longConversations = { count: 8, messages: 10, subject: 'Harbourplan' } as const

export async function appendTarget(address: string): Promise<AppendTarget> {
  const account = await db().account.findUniqueOrThrow({
    where: { address },
    include: { domain: { include: { host: true } } },
  })
  const { host } = account.domain
  const token = await signMailToken({ address, host })
  return { host: host.imapAddress, serverName: host.hostname, address, token, mailbox: 'INBOX' }
}

/** Conversations of ten messages, all read, newer than everything else: the budgets speak of such. */
function* conversations(owner: string): Generator<SeedMessage> {
  const random = new Random('bench conversations')
  const people = seedPeople(random, 20)
  const start = Date.UTC(2026, 10, 2, 9)
  for (let index = 0; index < longConversations.count; index++) {
    const thread = startThread(random, people)
    thread.subject = `${longConversations.subject} ${index + 1}`
    for (let at = 0; at < longConversations.messages; at++) {
      const date = new Date(start + (index * longConversations.messages + at) * 60_000)
      const message = nextMessage(random, thread, owner, date, false)
      yield { ...message, flags: ['\\Seen'] }
    }
  }
}

async function fill({ address, messages }: BenchMailbox): Promise<void> {
  const wire = await ImapWire.open(blue.address, address, password)
  const already = await wire.select('INBOX')
  wire.close()
  const corpus = messages - longConversations.count * longConversations.messages
  if (already < corpus)
    await script('seed-mailbox', '--address', address, '--messages', `${corpus - already}`, '--seed', 'bench')
  if (already < messages) await appendAll(await appendTarget(address), conversations(address), () => undefined)
}

const contacts = 5_000

/** The contacts that addresses are completed from, a name, a firm and an address each. */
async function makeContacts({ address }: BenchMailbox): Promise<void> {
  const { id } = await db().account.findUniqueOrThrow({ where: { address } })
  if ((await countContacts(id)) >= contacts) return
  const all = Array.from({ length: contacts }, (_, n) => ({
    ...{ name: `Person ${n} Number${n % 97}`, organisation: `Firm ${n % 50}`, phones: [], note: '' },
    addresses: [`person.${n}@d${n % 300}.example`],
  }))
  await changeContacts(id, (tx) => createContacts(tx, id, all))
}

/** One account of each size, made and filled where it is not yet. */
export async function makeMailboxes(sizes: number[]): Promise<BenchMailbox[]> {
  const mailboxes = sizes.map((messages) => ({ address: `bench-${messages}@${blue.domain}`, password, messages }))
  for (const mailbox of mailboxes) {
    const known = await db().account.findUnique({ where: { address: mailbox.address } })
    if (!known) await script('user', 'add', mailbox.address, '--password', password, '--quota', '50G')
    await fill(mailbox)
    await makeContacts(mailbox)
  }
  return mailboxes
}
