import type { MailAccount } from '@/lib/auth/signed-in'
import type { MessageRef } from '@/lib/contract/messages'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { fetchItems } from '@/lib/mail/imap/fetch-items'
import { toSequenceSet } from '@/lib/mail/imap/parse-numbers'
import { settledState } from '@/lib/mail/imap/select-mailbox'
import { findUid } from '@/lib/mail/thread/columns'
import type { IndexSource } from '@/lib/mail/thread/read-index'
import type { ThreadIndex } from '@/lib/mail/thread/thread-index'
import { type FixedRow, readFixedRows } from '@/lib/service/fixed-rows'
import { mailboxByPath } from '@/lib/service/mailbox-directory'
import { messageRef } from '@/lib/service/message-ref'

/** A message of a conversation: where it is, what never changes, its flags and keywords now. */
export type Member = { message: number; fixed: FixedRow; flags: Set<string>; place: { path: string; uid: number } }

/** Flags of messages (places in the index) as they are in one state of the account. */
type KnownFlags = { state: string; of: Map<number, Set<string>> }
const knownFlags = new WeakMap<ThreadIndex, KnownFlags>()
const knownLimit = 5_000

/** The flags remembered of an index; none while the view may have something to tell yet. */
function flagsOf(connection: ImapConnection, index: ThreadIndex, isView: boolean): Map<number, Set<string>> {
  const state = isView ? (settledState(connection)?.text ?? '') : ''
  const known = knownFlags.get(index)
  if (known !== undefined && state !== '' && known.state === state && known.of.size < knownLimit) return known.of
  const of = new Map<number, Set<string>>()
  if (state === '') knownFlags.delete(index)
  else knownFlags.set(index, { state, of })
  return of
}

/** What is known of `messages` (places in the index), by place. Those that are gone are left out. */
export async function readMembers(
  account: MailAccount,
  source: IndexSource,
  connection: ImapConnection,
  index: ThreadIndex,
  messages: Set<number>,
): Promise<Map<number, Member>> {
  const members = new Map<number, Member>()
  if (messages.size === 0) return members
  const fixed = await readFixedRows(account, source.path, connection, index, messages)
  const flags = flagsOf(connection, index, source.kind === 'view')
  const asked = [...messages].filter((message) => !flags.has(message)).sort((a, b) => a - b)
  if (asked.length > 0) {
    const range = toSequenceSet(asked.map((message) => index.uidOf(message)))
    for (const items of await fetchItems(connection, range, ['UID', 'FLAGS'], 'uid'))
      flags.set(findUid(index.columns.uids, items.uid), items.flags)
  }
  for (const message of messages) {
    const [row, now] = [fixed.get(message), flags.get(message)]
    if (row !== undefined && now !== undefined)
      members.set(message, { message, fixed: row, flags: now, place: index.placeOf(message) })
  }
  return members
}

/** Names of messages as the contract has them. */
export async function refsOf(
  account: MailAccount,
  connection: ImapConnection,
  members: Iterable<Member>,
): Promise<(member: Member) => MessageRef> {
  const mailboxes = new Map<string, { id: string; uidValidity: number }>()
  for (const { place } of members) {
    if (!mailboxes.has(place.path)) mailboxes.set(place.path, await mailboxByPath(account, place.path, connection))
  }
  return ({ place }) => {
    const { id, uidValidity } = mailboxes.get(place.path) ?? { id: '', uidValidity: 0 }
    return messageRef(id, uidValidity, place.uid)
  }
}
