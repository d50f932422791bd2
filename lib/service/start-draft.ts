import type { MailAccount } from '@/lib/auth/signed-in'
import type { Address } from '@/lib/contract/address'
import type { Draft, DraftStarted, StartDraft } from '@/lib/contract/drafts'
import { emptyDraft } from '@/lib/contract/empty-draft'
import { findAliasesOf } from '@/lib/db/accounts'
import { forwardSubject, isOwn, replyRecipients, replyReferences, replySubject } from '@/lib/mail/mime/reply'
import { copyFiles } from '@/lib/service/copy-files'
import { forwardQuote, replyQuote } from '@/lib/service/draft-quote'
import { type DraftSource, readSource } from '@/lib/service/draft-source'
import { newMessageId } from '@/lib/service/new-message-id'
import { bodyOfSource, openDraft } from '@/lib/service/open-draft'
import { recallMessage } from '@/lib/service/outbox/recall-message'

/**
 * What the composer opens with: nothing, an answer, a message passed on, or a draft opened again. Files that go along are
 * copied into the upload store.
 * @throws AppError `already-sent`, `message-gone`, `mailbox-not-found`, `disk-full`; MailError of the connection
 */
export async function startDraft(account: MailAccount, start: StartDraft): Promise<DraftStarted> {
  if (start.kind === 'new') return { draft: { ...blank(account), to: start.to ?? [] }, saved: null }
  if (start.kind === 'edit') return openDraft(account, start.source)
  if (start.kind === 'recall') return recallMessage(account, start.id)
  const source = await readSource(account, start.source)
  if (start.kind === 'resend') return { draft: await resend(account, source, start.recipient), saved: null }
  const draft = start.kind === 'forward' ? await forward(account, source) : await reply(account, source, start.kind)
  return { draft: { ...draft, source: start.source }, saved: null }
}

const blank = (account: MailAccount): Draft => emptyDraft(newMessageId(account))

async function forward(account: MailAccount, source: DraftSource): Promise<Draft> {
  const { attachments, pictures } = await copyFiles(account, source, 'all')
  return {
    ...blank(account),
    kind: 'forward',
    subject: forwardSubject(source.detail.subject),
    quote: forwardQuote(source, pictures),
    attachments,
  }
}

/** The same message to one more address: nothing in it refers to the first try. */
async function resend(account: MailAccount, source: DraftSource, recipient: string): Promise<Draft> {
  const { attachments } = await copyFiles(account, source, 'all')
  return {
    ...blank(account),
    to: [{ name: '', address: recipient }],
    subject: source.detail.subject,
    ...bodyOfSource(source),
    attachments,
    inReplyTo: source.inReplyTo[0] ?? null,
    references: source.references.slice(-200),
  }
}

async function reply(account: MailAccount, source: DraftSource, kind: 'reply' | 'reply-all'): Promise<Draft> {
  const { detail, inReplyTo, references } = source
  const own = [account.address, ...(await findAliasesOf(account.address))]
  const recipients = replyRecipients(detail, own, kind === 'reply-all')
  const [addressed] = [...detail.to, ...detail.cc].filter(({ address }) => isOwn(address, own))
  const { attachments, pictures } = await copyFiles(account, source, 'inline')
  return {
    ...blank(account),
    ...replyReferences({ messageId: detail.messageId, inReplyTo, references }),
    kind,
    from: addressed?.address.toLowerCase() ?? null,
    to: limited(recipients.to),
    cc: limited(recipients.cc),
    subject: replySubject(detail.subject),
    quote: replyQuote(source, pictures),
    attachments,
  }
}

const limited = (people: Address[]) => people.slice(0, 500)
