import type { MailAccount } from '@/lib/auth/signed-in'
import type { ThreadDetail } from '@/lib/contract/threads'
import { statusOf } from '@/lib/mail/imap/account-state'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { fetchItems } from '@/lib/mail/imap/fetch-items'
import { RecentMap } from '@/lib/mail/imap/recent-map'
import { seenState } from '@/lib/mail/imap/select-mailbox'
import { fixedItems, toFixedRow } from '@/lib/service/fixed-rows'
import { type KnownMailbox, mailboxById } from '@/lib/service/mailbox-directory'
import { toFlags } from '@/lib/service/message-fields'
import { messageRef } from '@/lib/service/message-ref'
import { withMailbox } from '@/lib/service/with-mailbox'

/** A draft as a line of a conversation, and the Message-ID it answers. */
type AnswerDraft = { row: ThreadDetail['messages'][number]; inReplyTo: string }

/** What stands in Drafts in one state of it; older than the newest so many is no answer that somebody still writes. */
const draftLimit = 200
const known = new RecentMap<{ state: string; drafts: AnswerDraft[] }>(1_000)

/** Where Drafts stands, as a connection with a view selected has just heard; '' when it is empty or not there. */
export async function draftsState(account: MailAccount, connection: ImapConnection): Promise<string> {
  const state = seenState(connection)
  const status = state && statusOf(connection, state, (await mailboxById(account, 'drafts')).path)
  return status && status.messages > 0 ? `${status.uidValidity} ${status.uidNext} ${status.messages}` : ''
}

async function readAnswers(connection: ImapConnection, { id }: KnownMailbox): Promise<AnswerDraft[]> {
  const { mailbox } = connection
  if (mailbox === false || mailbox.exists === 0) return []
  const first = Math.max(1, mailbox.exists - draftLimit + 1)
  const items = await fetchItems(connection, `${first}:${mailbox.exists}`, fixedItems, 'sequence')
  return items.flatMap((item) => {
    const inReplyTo = item.envelope?.inReplyTo?.trim() ?? ''
    if (inReplyTo === '') return []
    const { listedAt: _, messageId: __, ...row } = toFixedRow(item)
    const ref = messageRef(id, mailbox.uidValidity, item.uid)
    return [{ inReplyTo, row: { ...row, ref, flags: { ...toFlags(item.flags), draft: true }, labels: [] } }]
  })
}

/**
 * Answers begun to messages of these Message-IDs, oldest first. Read once for each state of Drafts.
 * @throws MailError of the connection
 */
export async function draftsOf(
  account: MailAccount,
  state: string,
  messageIds: Set<string>,
): Promise<ThreadDetail['messages']> {
  let kept = known.get(account.address)
  if (kept?.state !== state) {
    const mailbox = await mailboxById(account, 'drafts')
    kept = { state, drafts: await withMailbox(account, mailbox.path, (connection) => readAnswers(connection, mailbox)) }
    known.set(account.address, kept)
  }
  return kept.drafts.filter(({ inReplyTo }) => messageIds.has(inReplyTo)).map(({ row }) => row)
}
