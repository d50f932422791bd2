import type { Address } from '@/lib/contract/address'

export type RecipientProblem = 'no-address' | 'several-at' | 'local-part' | 'non-ascii-local' | 'domain'

/** Characters that end one recipient and start the next, outside quotes, comments and angle brackets. */
const separators = new Set([',', ';', '\n', '\r', '\t'])
const closers: Record<string, string> = { '"': '"', '(': ')', '<': '>' }

/** Splits a typed or pasted line where recipients end; quoted names keep their commas (RFC 5322 section 3.4). */
export function splitRecipients(text: string): string[] {
  const pieces: string[] = []
  let piece = ''
  let closer: string | null = null
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at)
    if (closer === '"' && char === '\\') {
      piece += char + text.charAt(++at)
    } else if (closer === null && separators.has(char)) {
      pieces.push(piece)
      piece = ''
    } else {
      if (closer !== null && char === closer) closer = null
      else if (closer === null && hasCloser(text, at)) closer = closers[char] ?? null
      piece += char
    }
  }
  return [...pieces, piece].map((each) => each.trim()).filter((each) => each !== '')
}

/** An opener without its closer is an ordinary character: one stray quote must not swallow the rest of a list. */
function hasCloser(text: string, at: number): boolean {
  const closer = closers[text.charAt(at)]
  return closer !== undefined && text.indexOf(closer, at + 1) !== -1
}

const unquote = (name: string) =>
  name
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .replace(/\\(.)/gs, '$1')
    // control and direction characters could make a name look like another address
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()

function parseOne(piece: string): Address {
  const text = piece.replace(/^mailto:/i, '')
  const angle = /^([^<>]*)<([^<>]*)>$/s.exec(text)
  if (angle) return { name: unquote(angle[1] ?? ''), address: (angle[2] ?? '').trim() }
  const comment = /^(\S+@\S+)\s+\(([^()]*)\)$/.exec(text)
  if (comment) return { name: unquote(comment[2] ?? ''), address: comment[1] ?? '' }
  return { name: '', address: text }
}

/**
 * Turns typed or pasted text into recipients: `Name <a@b>, c@d; "Last, First" <e@f>`, one per line, or bare addresses
 * apart by spaces. What is no address stays whole in `address`, so that the person can see and correct it.
 */
export function parseRecipients(text: string): Address[] {
  return splitRecipients(text).flatMap((piece) => {
    const words = piece.split(/\s+/)
    const bare = words.length > 1 && words.every((word) => checkAddress(word) === null)
    return (bare ? words : [piece]).map(parseOne)
  })
}

const atom = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const label = /^[\p{L}\p{N}]([\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u

/**
 * Says why an address cannot be written to, or null. Stricter than RFC 5321: quoted local parts are refused, since
 * mail programs disagree on where their domain begins. Domains may be international (IDNA), local parts may not (RFC 6531).
 */
export function checkAddress(address: string): RecipientProblem | null {
  const at = address.lastIndexOf('@')
  if (at < 1 || at === address.length - 1) return 'no-address'
  const local = address.slice(0, at)
  const domain = address.slice(at + 1)
  if (local.includes('@')) return 'several-at'
  if (/[^\p{ASCII}]/u.test(local)) return 'non-ascii-local'
  if (local.length > 64 || !atom.test(local)) return 'local-part'
  const labels = domain.split('.')
  return labels.length > 1 && domain.length <= 253 && labels.every((each) => label.test(each)) ? null : 'domain'
}

/** The same person twice is one recipient; domains know no case. */
export function addRecipients(present: Address[], added: Address[]): Address[] {
  const seen = new Set(present.map((each) => each.address.toLowerCase()))
  const fresh = added.filter((each) => {
    const key = each.address.toLowerCase()
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
  return [...present, ...fresh]
}

/** What a chip shows: a name that itself holds an `@` is never shown instead of the address (shown = sent to). */
export const recipientLabel = ({ name, address }: Address): string =>
  name !== '' && !name.includes('@') ? name : address

/** The text a chip turns back into when it is edited. */
export function recipientText({ name, address }: Address): string {
  if (name === '') return address
  const plain = /^[\p{L}\p{M}\p{N} '-]+$/u.test(name)
  return `${plain ? name : `"${name.replace(/["\\]/g, '\\$&')}"`} <${address}>`
}
