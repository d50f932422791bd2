import type { SignedIn } from '@/lib/auth/signed-in'
import type { PieceId, SystemDelivery } from '@/lib/contract/system'
import type { MailQueueRow } from '@/lib/db/mail-queues'
import { findRecentDeliveries, type RecentDelivery } from '@/lib/db/recent-deliveries'
import { isFinal, type Try, triesOf } from '@/lib/service/delivery-facts'
import { withoutTag } from '@/lib/service/known-of'
import { ownAddresses } from '@/lib/service/own-addresses'

const recentMs = 15 * 60_000
const mostSteps = 20

const pieces: readonly PieceId[] = ['blue', 'red', 'mx2']
const pieceOf = (id: string): PieceId | null => pieces.find((piece) => piece === id) ?? null

/** Where a try went: into a mailbox of the same host, to a server of ours, or no further than the question to DNS. */
function targetOf(one: Try, queues: MailQueueRow[]): PieceId | null {
  if (isFinal(one)) return pieceOf(one.hostId)
  const server = one.relay?.name ?? one.tried.at(-1)?.peer.name
  const known = queues.find(({ hostname }) => hostname === server)
  if (known !== undefined) return pieceOf(known.id)
  if (one.relay !== null) return null
  // nobody was reached: either DNS had no answer, or the servers it named
  return /name service error/i.test(one.reply) ? 'dns' : one.recipient.endsWith('@redemailserver.com') ? 'red' : null
}

const states = { sent: 'accepted', deferred: 'waiting', bounced: 'bounced', expired: 'expired' } as const

/** The last steps of mail through the demo, as far as this person may see them. */
export async function recentSteps(account: SignedIn, queues: MailQueueRow[]): Promise<SystemDelivery[]> {
  const own = await ownAddresses(account)
  const rows = await findRecentDeliveries(new Date(Date.now() - recentMs), mostSteps)
  return rows.flatMap((row) => toStep(row, account.address, own, queues))
}

function toStep(row: RecentDelivery, address: string, own: Set<string>, queues: MailQueueRow[]): SystemDelivery[] {
  const [one] = triesOf([row])
  const from = pieceOf(row.hostId)
  const to = one === undefined ? null : targetOf(one, queues)
  if (one === undefined || from === null || to === null) return []
  const mine = row.login === address || own.has(withoutTag(row.recipient))
  const state = isFinal(one) ? 'in-mailbox' : (states[one.status as keyof typeof states] ?? 'sending')
  const words = mine
    ? { sender: row.sender, recipient: row.recipient, reply: one.reply }
    : { sender: '', recipient: '', reply: '' }
  return [{ id: String(row.id), at: row.at.toISOString(), from, to, state, mine, ...words }]
}
