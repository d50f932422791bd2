import type { MailAccount } from '@/lib/auth/signed-in'
import type { Address } from '@/lib/contract/address'
import type { Draft, DraftStarted } from '@/lib/contract/drafts'
import type { MessageRef } from '@/lib/contract/messages'
import { AppError } from '@/lib/errors'
import { htmlToText } from '@/lib/mail/mime/html-to-text'
import { copyFiles } from '@/lib/service/copy-files'
import { splitHtml, splitText } from '@/lib/service/draft-body'
import { type DraftSource, readSource } from '@/lib/service/draft-source'
import { newMessageId } from '@/lib/service/new-message-id'
import { ownAddressKind } from '@/lib/service/own-address'

type Body = Pick<Draft, 'format' | 'html' | 'text' | 'quote'>

/**
 * Opens a message of Drafts again, also one that another program wrote.
 * @throws AppError `bad-request` for a message that is not in Drafts, `message-gone`; MailError of the connection
 */
export async function openDraft(account: MailAccount, ref: MessageRef): Promise<DraftStarted> {
  if (ref.mailbox !== 'drafts') throw new AppError('bad-request', 'only drafts are opened again')
  return { draft: await draftOf(account, await readSource(account, ref)), saved: ref }
}

/** The draft that a message of one's own was, its files copied into the upload store. */
export async function draftOf(account: MailAccount, source: DraftSource): Promise<Draft> {
  const { attachments } = await copyFiles(account, source, 'all')
  const { detail, note } = source
  const unfinished = note?.unfinished ?? { to: [], cc: [], bcc: [] }
  return {
    kind: note?.kind ?? 'new',
    messageId: ownMessageId(detail.messageId) ?? newMessageId(account),
    from: await ownFrom(account, detail.from),
    to: [...detail.to, ...unfinished.to].slice(0, 500),
    cc: [...detail.cc, ...unfinished.cc].slice(0, 500),
    bcc: [...detail.bcc, ...unfinished.bcc].slice(0, 500),
    subject: detail.subject,
    ...bodyOfSource(source),
    attachments,
    source: note?.source ?? null,
    inReplyTo: source.inReplyTo[0] ?? null,
    references: source.references.slice(-200),
    receipt: note?.receipt ?? false,
  }
}

/** As whom it was begun; another program may have written it as anybody. */
async function ownFrom(account: MailAccount, from: Address[]): Promise<string | null> {
  const address = from[0]?.address.toLowerCase() ?? account.address
  const kind = await ownAddressKind(account, address)
  return kind === null || kind === 'account' ? null : address
}

const ownMessageId = (id: string) => (/^<[A-Za-z0-9._-]{1,100}@[A-Za-z0-9.-]{1,253}>$/.test(id) ? id : null)

export function bodyOfSource({ content, note }: DraftSource): Body {
  const html = content.sections.find((section) => section.kind === 'html')
  if (html?.kind === 'html' && note?.format !== 'text') {
    const parts = splitHtml(html.source)
    const quote = parts.quote === null ? null : { html: parts.quote, text: htmlToText(parts.quote) }
    return { format: 'html', html: parts.html, text: '', quote }
  }
  const parts = splitText(content.text, note?.quoteLines ?? 0)
  return { format: 'text', html: '', text: parts.text, quote: parts.quote === null ? null : quoteOfText(parts.quote) }
}

/** Written in plain text, the quote has no HTML but this. */
function quoteOfText(text: string) {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return { html: `<div style="white-space:pre-wrap">${escaped}</div>`, text }
}
