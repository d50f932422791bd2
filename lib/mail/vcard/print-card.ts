import type { Card } from '@/lib/mail/vcard/read-cards'

export type VcardVersion = '4.0' | '3.0'

/** Escapes text (RFC 6350 section 3.4; RFC 2426 section 4). Other controls than line ends cannot be said. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is left out
    .replace(/[\0-\x08\x0b-\x1f\x7f]/g, '')
    .replace(/[\\,;]/g, '\\$&')
    .replace(/\n/g, '\\n')

const octets = 75

/** Lines of at most 75 octets, no character cut (RFC 6350 section 3.2). */
function folded(line: string): string {
  let output = ''
  let length = 0
  for (const char of line) {
    const size = Buffer.byteLength(char)
    if (length + size > octets) {
      output += '\r\n '
      length = 1
    }
    output += char
    length += size
  }
  return output
}

/** The first one is preferred: version 4.0 counts, version 3.0 names a type. */
function preferred(name: string, type: string, index: number, version: VcardVersion): string {
  const pref = index > 0 ? '' : version === '4.0' ? ';PREF=1' : `,pref`
  return version === '4.0' ? `${name}${pref}` : `${name};TYPE=${type}${pref}`
}

/** One card as text, its lines folded; `uid` names it for the program that reads it. */
export function printCard(card: Card & { uid: string }, version: VcardVersion): string {
  const name = card.name || card.organisation || card.addresses[0] || card.phones[0] || ''
  const lines = [
    'BEGIN:VCARD',
    `VERSION:${version}`,
    `UID:urn:uuid:${card.uid}`,
    `FN:${escaped(name)}`,
    // version 3.0 wants the parts of a name, which nobody has told us
    ...(version === '3.0' ? [`N:${escaped(name)};;;;`] : []),
    ...(card.organisation === '' ? [] : [`ORG:${escaped(card.organisation)}`]),
    ...card.addresses.map((address, index) => `${preferred('EMAIL', 'internet', index, version)}:${escaped(address)}`),
    ...card.phones.map((phone, index) => `${preferred('TEL', 'voice', index, version)}:${escaped(phone)}`),
    ...(card.note === '' ? [] : [`NOTE:${escaped(card.note)}`]),
    ...(card.groups.length === 0 ? [] : [`CATEGORIES:${card.groups.map(escaped).join(',')}`]),
    'END:VCARD',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}
