import type { Draft } from '@/lib/contract/drafts'
import { AppError } from '@/lib/errors'
import { htmlToText } from '@/lib/mail/mime/html-to-text'
import { sanitiseHtml } from '@/lib/mail/mime/sanitise-html'

/** Stands before the quote in every HTML message of ours, so that a draft opened again comes apart where it was joined. */
const quoteMarker = '<div class="waypost-quote">'

/** Pictures on the web keep their address in mail that leaves or is quoted; whoever shows it decides about loading. */
const keepRemote = { remote: (url: string) => url }
/** Content-IDs as the contract allows them, spelled as they are: the editor looks for exactly this. */
const keepOwn = {
  ...keepRemote,
  /** Where the signature is, so that another one can take its place. */
  marks: new Set(['waypost-signature']),
  cid: (id: string) => (/^[A-Za-z0-9.@_-]{1,120}$/.test(id) ? `cid:${id}` : null),
}

/** HTML of a stranger for a quote; `pictures` says which Content-ID in the draft stands for one in the original. */
export function quotableHtml(html: string, pictures: Map<string, string>): string {
  const cid = (id: string) => (pictures.has(id) ? `cid:${pictures.get(id)}` : null)
  return sanitiseHtml(html, { ...keepRemote, cid, patience }).html
}

/** One's own words may take longer than a stranger's before they are given up, on a busy machine too. */
const patience = 5_000

/**
 * What becomes of the editor's text and the quote: `html` is a whole document, or null for plain text alone.
 * @throws AppError `message-too-large`
 */
export function bodyOf(draft: Pick<Draft, 'format' | 'html' | 'text' | 'quote'>): {
  text: string
  html: string | null
} {
  if (draft.format === 'text') {
    const quote = draft.quote === null ? '' : `\n\n${draft.quote.text}`
    return { text: lines(draft.text + quote), html: null }
  }
  const body = sanitiseHtml(draft.html, { ...keepOwn, patience })
  // what a person wrote leaves as it is or not at all
  if (body.reduced) throw new AppError('message-too-large', 'the text is too large to take apart')
  const quote = draft.quote === null ? '' : sanitiseHtml(draft.quote.html, { ...keepOwn, patience }).html
  return { text: lines(htmlToText(body.html + quote, patience)), html: documentOf(body.html, quote) }
}

function documentOf(body: string, quote: string): string {
  const quoted = quote === '' ? '' : `${quoteMarker}${quote}</div>`
  return `<html><head><meta charset="utf-8"></head><body>${body}${quoted}</body></html>`
}

/** Line feeds alone, no NUL: nodemailer makes CRLF of them. */
const lines = (text: string) => text.replace(/\r\n?/g, '\n').replaceAll('\0', '')

/** Takes apart again what `bodyOf` joined. Each half is sanitised for itself: one document, one cleaning. */
export function splitHtml(html: string): { html: string; quote: string | null } {
  const at = html.indexOf(quoteMarker)
  if (at < 0) return { html: sanitiseHtml(html, { ...keepOwn, patience }).html, quote: null }
  const rest = html.slice(at + quoteMarker.length)
  const end = rest.lastIndexOf('</div>')
  return {
    html: sanitiseHtml(html.slice(0, at), { ...keepOwn, patience }).html,
    quote: sanitiseHtml(end < 0 ? rest : rest.slice(0, end), keepOwn).html,
  }
}

/** The same for plain text, where the quote is the last `quoteLines` lines. */
export function splitText(text: string, quoteLines: number): { text: string; quote: string | null } {
  const all = text.trimEnd().split('\n')
  if (quoteLines <= 0 || quoteLines > all.length) return { text: text.trimEnd(), quote: null }
  return { text: all.slice(0, -quoteLines).join('\n').trimEnd(), quote: all.slice(-quoteLines).join('\n') }
}

/** Lines of a quote as `splitText` counts them. */
export const countLines = (text: string): number => lines(text).trimEnd().split('\n').length
