import addressparser from 'nodemailer/lib/addressparser'
import type { HeaderField } from '@/lib/mail/mime/head-fields'
import { parseMailAddress } from '@/lib/mail/mime/mail-address'

/**
 * Whom a message asks to be told that it was read (RFC 8098 section 2.1). `elsewhere`: not only the address it came from
 * (Return-Path), so that the one who decides has to know.
 */
export type ReceiptRequest = { to: string[]; elsewhere: boolean }

/** Header fields a request is known from, besides List-Id. */
export const requestFieldNames =
  'DISPOSITION-NOTIFICATION-TO DISPOSITION-NOTIFICATION-OPTIONS RETURN-PATH AUTO-SUBMITTED PRECEDENCE CONTENT-TYPE'

/** A receipt to more addresses than these is no answer to a person. */
const mostAddresses = 5

/** Written by a machine, or to many: nobody waits for such a receipt, and whoever asks learns which addresses are read. */
function isFromMachine(value: (name: string) => string): boolean {
  const automatic = value('auto-submitted').toLowerCase()
  if (automatic !== '' && !/^no\b/.test(automatic)) return true
  if (value('list-id') !== '' || /^(bulk|list|junk)\b/i.test(value('precedence'))) return true
  // a report never asks for one (RFC 8098 section 3)
  return /^multipart\/report\b/i.test(value('content-type'))
}

/** A parameter that is `required` and not understood forbids a receipt (RFC 8098 section 2.2); none is understood here. */
const hasRequirement = (options: string) => /=\s*required\b/i.test(options)

/** Null where one address is not an address: nothing is sent to a part of them. */
function readAddresses(value: string): string[] | null {
  const read = addressparser(value).map((one) => parseMailAddress('address' in one ? (one.address ?? '') : ''))
  const addresses = read.flatMap((one) => (one.ok ? [one.address] : []))
  if (addresses.length < read.length) return null
  const distinct = [...new Map(addresses.map((address) => [address.toLowerCase(), address])).values()]
  return distinct.length > 0 && distinct.length <= mostAddresses ? distinct : null
}

/** Null for a message that asks for no receipt, or that none is to be sent for. */
export function readReceiptRequest(fields: HeaderField[]): ReceiptRequest | null {
  const all = (name: string) => fields.filter((field) => field.name === name)
  const value = (name: string) => all(name)[0]?.value ?? ''
  const [asked, ...more] = all('disposition-notification-to')
  if (asked === undefined || more.length > 0) return null
  if (isFromMachine(value) || hasRequirement(value('disposition-notification-options'))) return null
  const to = readAddresses(asked.value)
  if (to === null) return null
  const path = /^<(.*)>$/.exec(value('return-path'))?.[1] ?? ''
  return { to, elsewhere: to.length > 1 || to[0]?.toLowerCase() !== path.toLowerCase() }
}
