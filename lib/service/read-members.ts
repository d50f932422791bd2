import type { MailAccount } from '@/lib/auth/signed-in'
import type { MessageRef } from '@/lib/contract/messages'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { fetchItems } from '@/lib/mail/imap/fetch-items'
import { toSequenceSet } from '@/lib/mail/imap/parse-numbers'
import { findUid } from '@/lib/mail/thread/columns'
import type { ThreadIndex } from '@/lib/mail/thread/thread-index'
import { type FixedRow, readFixedRows } from '@/lib/service/fixed-rows'
import { mailboxByPath } from '@/lib/service/mailbox-directory'
import { messageRef } from '@/lib/service/message-ref'

/** A message of a conversation: where it is, what never changes, its flags and keywords now. */
export type Member = { message: number; fixed: FixedRow; flags: Set<string>; place: { path: string; uid: number } }

/** What is known of `messages` (places in the index), by place. Those that are gone are left out. */
export async function readMembers(
  account: MailAccount,
  source: string,
  connection: ImapConnection,
  index: ThreadIndex,
  messages: Set<number>,
): Promise<Map<number, Member>> {
  const members = new Map<number, Member>()
  if (messages.size === 0) return members
  const fixed = await readFixedRows(account, source, connection, index, messages)
  const range = toSequenceSet([...messages].sort((a, b) => a - b).map((message) => index.uidOf(message)))
  for (const { uid, flags } of await fetchItems(connection, range, ['UID', 'FLAGS'], 'uid')) {
    const message = findUid(index.columns.uids, uid)
    const row = fixed.get(message)
    if (row !== undefined) members.set(message, { message, fixed: row, flags, place: index.placeOf(message) })
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
