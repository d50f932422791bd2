import { createHash } from 'node:crypto'

/**
 * Keywords that mark something else than a label, lower case. All that begin with `$` are reserved as well (RFC 9051
 * section 2.3.2), but for Thunderbird's five tags.
 */
const reserved = new Set([
  'forwarded',
  'redirected',
  'mdnsent',
  'junk',
  'nonjunk',
  'notjunk',
  'junkrecorded',
  'nonspam',
  'receipthandled',
])

/** Whether a flag of a message is a label: not a system flag, and not a keyword that programs keep for themselves. */
export function isLabelKeyword(flag: string): boolean {
  const keyword = flag.toLowerCase()
  if (/^\$label[1-5]$/.test(keyword)) return true
  return !/^[\\$]/.test(keyword) && !reserved.has(keyword)
}

/**
 * The id of a keyword's label in URLs and lists (see `Label.id`). Servers keep keywords in the case they first met them,
 * each mailbox in its own: case does not count.
 */
export const labelIdOf = (keyword: string): string =>
  `l-${createHash('sha256').update(keyword.toLowerCase()).digest('base64url').slice(0, 16)}`

/** Ids of the labels among a message's flags. */
export const labelIdsOf = (flags: Iterable<string>): string[] => [...flags].filter(isLabelKeyword).map(labelIdOf)
