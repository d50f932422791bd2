import { LinkifyIt } from 'linkify-it'
import { withinTime } from '@/lib/mail/mime/bounded'
import { cleanLink } from '@/lib/mail/mime/sanitise-url'

const linkify = new LinkifyIt({ fuzzyIP: false })
const linkLimit = 2_000

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Text and links are escaped apart from each other: no markup in a link or around it can become markup of ours. */
function linkLine(line: string, budget: { links: number }): string {
  const matches = budget.links > 0 && line.length < 20_000 ? (linkify.match(line) ?? []) : []
  let output = ''
  let from = 0
  for (const match of matches) {
    const href = cleanLink(match.url)
    if (href === null) continue
    budget.links -= 1
    output += escapeHtml(line.slice(from, match.index))
    output += `<a href="${escapeHtml(href)}" target="_blank" rel="noopener noreferrer nofollow">${escapeHtml(match.text)}</a>`
    from = match.lastIndex
  }
  return output + escapeHtml(line.slice(from))
}

const quoteMarks = /^(?:>[ ]?)+/

const quoteDepth = (line: string) => Math.min(12, (quoteMarks.exec(line)?.[0].match(/>/g) ?? []).length)

function writeLines(text: string): string {
  const budget = { links: linkLimit }
  const output: string[] = []
  let depth = 0
  for (const line of text.split(/\r\n|\r|\n/)) {
    const wanted = quoteDepth(line)
    let prefix = ''
    for (; depth < wanted; depth += 1) prefix += '<blockquote>'
    for (; depth > wanted; depth -= 1) prefix += '</blockquote>'
    const content = wanted === 0 ? line : line.replace(quoteMarks, '')
    output.push(`${prefix}<div>${linkLine(content, budget) || '<br>'}</div>`)
  }
  return output.join('') + '</blockquote>'.repeat(depth)
}

/** Plain text as HTML: links that can be followed, quotes as blocks. Never throws; slow text comes without links. */
export function textToHtml(text: string): string {
  try {
    return withinTime(500, () => writeLines(text))
  } catch {
    return `<div>${escapeHtml(text)}</div>`
  }
}
