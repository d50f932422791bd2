import type { MailAccount } from '@/lib/auth/signed-in'
import type { ThreadDetail } from '@/lib/contract/threads'
import { statusOf } from '@/lib/mail/imap/account-state'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { fetchItems } from '@/lib/mail/imap/fetch-items'
import { RecentMap } from '@/lib/mail/imap/recent-map'
import { seenState } from '@/lib/mail/imap/select-mailbox'
import { fixedItems, shownOf, toFixedRow } from '@/lib/service/fixed-rows'
import { type KnownMailbox, knownDirectory } from '@/lib/service/mailbox-directory'
import { toFlags } from '@/lib/service/message-fields'
import { messageRef } from '@/lib/service/message-ref'
import { withMailbox } from '@/lib/service/with-mailbox'

/** A draft as a line of a conversation, and the Message-ID it answers. */
type AnswerDraft = { row: ThreadDetail['messages'][number]; inReplyTo: string }

/** What stands in Drafts in one state of it; older than the newest so many is no answer that somebody still writes. */
const draftLimit = 200
const known = new RecentMap<{ state: string; drafts: AnswerDraft[] }>(1_000)

/** Drafts with something in it; `state` tells one set of messages from another. */
export type Drafts = { mailbox: KnownMailbox; state: string }

/** Null where there is none. To be asked for before a connection is lent. */
export const draftsMailbox = async (account: MailAccount): Promise<KnownMailbox | null> =>
  (await knownDirectory(account)).find(({ role }) => role === 'drafts') ?? null

/** As a connection with a view selected has just heard of it; null when it is empty. */
export function seenDrafts(connection: ImapConnection, mailbox: KnownMailbox): Drafts | null {
  const seen = seenState(connection)
  const status = seen && statusOf(connection, seen, mailbox.path)
  if (!status || status.messages === 0) return null
  return { mailbox, state: `${status.uidValidity} ${status.uidNext} ${status.messages}` }
}

async function readAnswers(connection: ImapConnection, { id }: KnownMailbox): Promise<AnswerDraft[]> {
  const { mailbox } = connection
  if (mailbox === false || mailbox.exists === 0) return []
  const first = Math.max(1, mailbox.exists - draftLimit + 1)
  const items = await fetchItems(connection, `${first}:${mailbox.exists}`, fixedItems, 'sequence')
  return items.flatMap((item) => {
    const inReplyTo = item.envelope?.inReplyTo?.trim() ?? ''
    if (inReplyTo === '') return []
    const ref = messageRef(id, mailbox.uidValidity, item.uid)
    const flags = { ...toFlags(item.flags), draft: true }
    return [{ inReplyTo, row: { ...shownOf(toFixedRow(item)), ref, flags, labels: [] } }]
  })
}

/**
 * Answers begun to messages of these Message-IDs, oldest first. Read once for each state of Drafts.
 * @throws MailError of the connection, `mailbox-not-found`
 */
export async function draftsOf(
  account: MailAccount,
  { mailbox, state }: Drafts,
  messageIds: Set<string>,
): Promise<ThreadDetail['messages']> {
  let kept = known.get(account.address)
  if (kept?.state !== state) {
    kept = { state, drafts: await withMailbox(account, mailbox.path, (connection) => readAnswers(connection, mailbox)) }
    known.set(account.address, kept)
  }
  return kept.drafts.filter(({ inReplyTo }) => messageIds.has(inReplyTo)).map(({ row }) => row)
}
