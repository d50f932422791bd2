/** Why a label or a folder cannot be called that, or be there. Codes are keys of the catalogues (`nameProblems`). */
export const nameProblems = [
  'empty',
  'too-long',
  'too-deep',
  'characters',
  'wildcard',
  'level',
  'dots',
  'reserved',
  'inside',
] as const
export type NameProblem = (typeof nameProblems)[number]

const labelLimit = 100
const depthLimit = 10

// Line breaks, controls, direction overrides and halves of a character: they break protocols or show another name.
const forbidden = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\p{Cs}\ufffe\uffff]/u

/** What people type around a name and its levels is not part of it. */
export const tidyName = (name: string): string =>
  name
    .normalize('NFC')
    .split('/')
    .map((level) => level.trim())
    .join('/')

/** Why a label cannot have this (tidied) name; null when it can. Levels are separated by `/`. */
export function labelNameProblem(name: string): NameProblem | null {
  if (name === '') return 'empty'
  if (name.length > labelLimit) return 'too-long'
  if (forbidden.test(name)) return 'characters'
  const levels = name.split('/')
  if (levels.some((level) => level === '')) return 'level'
  return levels.length > depthLimit ? 'too-deep' : null
}

/** Names that mail hosts keep for mailboxes with a role, at the top level; Dovecot keeps `dbox-mails` at every level. */
const ours = new Set(['inbox', 'sent', 'drafts', 'trash', 'spam', 'junk', 'archive', 'scheduled', 'snoozed', 'virtual'])

/** Bytes of a name on the wire and on the mail host's disk, as modified UTF-7 (RFC 3501 section 5.1.3). */
export function wireLength(name: string): number {
  let bytes = 0
  for (const [run] of name.matchAll(/[\u0020-\u007e]+|[^\u0020-\u007e]+/g)) {
    const plain = /[\u0020-\u007e]/.test(run)
    // '&' stands as '&-'; other runs are base64 of UTF-16 between '&' and '-'
    bytes += plain ? run.length + run.split('&').length - 1 : Math.ceil((run.length * 16) / 6) + 2
  }
  return bytes
}

/** A file's name may have 255 bytes. */
const wireLimit = 240

/** Why a folder cannot have this (tidied) name, below another folder or at the top; null when it can. One level. */
export function folderNameProblem(name: string, place: 'top' | 'below'): NameProblem | null {
  if (name === '') return 'empty'
  if (forbidden.test(name)) return 'characters'
  if (name.includes('/')) return 'level'
  if (/[*%]/.test(name)) return 'wildcard'
  if (/^~|^\.{1,2}$/.test(name)) return 'dots'
  if (wireLength(name) > wireLimit) return 'too-long'
  const lower = name.toLowerCase()
  return lower === 'dbox-mails' || (place === 'top' && ours.has(lower)) ? 'reserved' : null
}
