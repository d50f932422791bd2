import type { MailAccount } from '@/lib/auth/signed-in'
import type { MessageRef } from '@/lib/contract/messages'
import { fetchItems } from '@/lib/mail/imap/fetch-items'
import { toSequenceSet } from '@/lib/mail/imap/parse-numbers'
import { RecentMap } from '@/lib/mail/imap/recent-map'
import { groupByMailbox } from '@/lib/service/group-by-mailbox'
import { messageRef } from '@/lib/service/message-ref'
import { withMailbox } from '@/lib/service/with-mailbox'

const known = new RecentMap<string>(20_000)
const keyOf = ({ mailbox, id }: MessageRef) => `${mailbox}/${id}`

/**
 * Message-IDs (with angle brackets) by `mailbox/id`. Messages that are gone, or have none, are left out.
 * @throws AppError `mailbox-not-found`, `message-gone`; MailError of the connection
 */
export async function messageIdsOf(account: MailAccount, refs: MessageRef[]): Promise<Map<string, string>> {
  const kept = (ref: MessageRef) => known.get(`${account.address}\n${keyOf(ref)}`)
  const found = new Map(refs.flatMap((ref) => [[keyOf(ref), kept(ref) ?? ''] as const]).filter(([, id]) => id !== ''))
  const missing = refs.filter((ref) => !found.has(keyOf(ref)))
  for (const group of await groupByMailbox(account, missing)) {
    const items = await withMailbox(account, group.mailbox.path, async (connection) =>
      group.isCurrent(connection)
        ? fetchItems(connection, toSequenceSet(group.uids.toSorted((a, b) => a - b)), ['UID', 'ENVELOPE'], 'uid')
        : [],
    )
    for (const { uid, envelope } of items) {
      const key = keyOf(messageRef(group.mailbox.id, group.uidValidity, uid))
      const messageId = envelope?.messageId?.trim() ?? ''
      if (messageId === '') continue
      known.set(`${account.address}\n${key}`, messageId)
      found.set(key, messageId)
    }
  }
  return found
}
