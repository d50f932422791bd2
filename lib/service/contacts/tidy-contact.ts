import type { ContactBody } from '@/lib/contract/contacts'
import { AppError } from '@/lib/errors'
import { parseMailAddress } from '@/lib/mail/mime/mail-address'
import { oneLine } from '@/lib/service/message-fields'

/** Line breaks stay; other controls and direction overrides would let a note pose as something it is not. */
export const tidyNote = (note: string): string =>
  note
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .trim()

function tidyAddress(typed: string): string {
  const parsed = parseMailAddress(typed.trim())
  if (parsed.ok) return parsed.address
  const code = parsed.reason === 'smtputf8' ? 'smtputf8-unsupported' : 'invalid-address'
  throw new AppError(code, 'an address that cannot be used', { detail: typed })
}

/** Each once, by lower case. */
const distinct = (texts: string[]): string[] =>
  [...new Map(texts.toReversed().map((text) => [text.toLowerCase(), text])).values()].toReversed()

/**
 * A contact as it is kept: names of one line, addresses as mail is sent to them, each once.
 * @throws AppError `invalid-address` and `smtputf8-unsupported` naming the address, `name-refused` for one with nothing in it
 */
export function tidyContact(body: ContactBody): ContactBody {
  const contact = {
    name: oneLine(body.name, 300),
    organisation: oneLine(body.organisation, 300),
    phones: distinct(body.phones.map((phone) => oneLine(phone, 100)).filter((phone) => phone !== '')),
    note: tidyNote(body.note),
    addresses: distinct(body.addresses.map(tidyAddress)),
  }
  const named = contact.name || contact.organisation || contact.phones[0] || contact.addresses[0]
  if (named === undefined || named === '')
    throw new AppError('name-refused', 'a contact with nothing in it', { detail: 'empty' })
  return contact
}
