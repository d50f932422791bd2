import { domainToASCII, domainToUnicode } from 'node:url'

/** `address` is what RCPT TO gets, what the header holds and what is shown: local part as typed, domain in A-labels. */
export type ParsedAddress = { ok: true; address: string } | { ok: false; reason: 'invalid' | 'smtputf8' }

const invalid: ParsedAddress = { ok: false, reason: 'invalid' }
/** Dot-string of RFC 5321 section 4.1.2. Quoted strings are refused: `"x@gmail.com x"@internal.example` reads as two addresses. */
const dotString = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
const notAscii = /[^\0-\x7f]/
const printableAscii = /^[\x21-\x7e]+$/

/**
 * Reads one bare address (`local@domain`), as typed. Comments, groups, quoted local parts, domain literals, spaces and
 * control characters are refused; so are domains whose spelling changes by IDNA (full-width letters and the like), because
 * then another domain would get the mail than the one shown.
 */
export function parseMailAddress(typed: string): ParsedAddress {
  const at = typed.lastIndexOf('@')
  if (at < 1 || typed.indexOf('@') !== at || typed.length > 320) return invalid
  const local = typed.slice(0, at)
  const domain = asciiDomain(typed.slice(at + 1))
  if (domain === null) return invalid
  if (notAscii.test(local)) return isInternationalLocal(local) ? { ok: false, reason: 'smtputf8' } : invalid
  if (!dotString.test(local) || local.length > 64) return invalid
  return { ok: true, address: `${local}@${domain}` }
}

/** Letters and marks of other scripts (RFC 6531); no spaces, controls or direction marks of any script. */
function isInternationalLocal(local: string): boolean {
  const ascii = local.replace(/[\p{L}\p{M}\p{N}\p{S}]/gu, 'x')
  return printableAscii.test(ascii) && dotString.test(ascii)
}

function asciiDomain(typed: string): string | null {
  const lower = typed.toLowerCase()
  const ascii = notAscii.test(lower) ? internationalDomain(lower) : lower
  if (ascii === null || ascii.length > 253) return null
  const labels = ascii.split('.')
  if (labels.length < 2 || !labels.every((part) => label.test(part))) return null
  // an address of numbers is no domain name
  return /^\d+$/.test(labels.at(-1) ?? '') ? null : ascii
}

function internationalDomain(lower: string): string | null {
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(lower)) return null
  const ascii = domainToASCII(lower)
  return ascii !== '' && domainToUnicode(ascii) === lower.normalize('NFC') ? ascii : null
}

/** Whether text may stand in a header field: no line end, NUL or other control, and no Unicode line separator. */
export function isHeaderText(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are exactly what is looked for
  return !/[\0-\x08\x0a-\x1f\x7f\x85\u2028\u2029]/.test(text)
}
