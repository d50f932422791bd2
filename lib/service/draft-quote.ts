import type { Address } from '@/lib/contract/address'
import type { Draft } from '@/lib/contract/drafts'
import { quotableHtml } from '@/lib/service/draft-body'
import type { DraftSource } from '@/lib/service/draft-source'

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const bar = 'margin:0 0 0 .8ex;border-left:1px solid #c5cad3;padding-left:1ex'
const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })

const named = ({ name, address }: Address) => (name === '' ? address : `${name} <${address}>`)
const listed = (addresses: Address[]) => addresses.map(named).join(', ')

/** The original below an answer: who wrote it when, then its text set apart. */
export function replyQuote(source: DraftSource, pictures: Map<string, string>): Draft['quote'] {
  const { from, date } = source.detail
  const line = `On ${dates.format(new Date(date))} UTC, ${listed(from) || 'somebody'} wrote:`
  const text = source.content.text
    .trimEnd()
    .replace(/^/gm, '> ')
    .replace(/^> (?=>)/gm, '>')
  return {
    html: `<div>${escaped(line)}</div><blockquote type="cite" style="${bar}">${htmlOf(source, pictures)}</blockquote>`,
    text: `${line}\n${text}`,
  }
}

/** The original as it goes on to somebody else, with what its header said. */
export function forwardQuote(source: DraftSource, pictures: Map<string, string>): Draft['quote'] {
  const { from, to, cc, date, subject } = source.detail
  const lines = [
    '---------- Forwarded message ----------',
    `From: ${listed(from)}`,
    `Date: ${dates.format(new Date(date))} UTC`,
    `Subject: ${subject}`,
    `To: ${listed(to)}`,
    ...(cc.length > 0 ? [`Cc: ${listed(cc)}`] : []),
  ]
  return {
    html: `<div>${lines.map(escaped).join('<br>')}</div><br>${htmlOf(source, pictures)}`,
    text: `${lines.join('\n')}\n\n${source.content.text.trimEnd()}`,
  }
}

function htmlOf({ content }: DraftSource, pictures: Map<string, string>): string {
  return content.sections
    .map((section) =>
      section.kind === 'html'
        ? quotableHtml(section.source, pictures)
        : `<div style="white-space:pre-wrap">${escaped(section.text.trimEnd())}</div>`,
    )
    .join('<br>')
}
