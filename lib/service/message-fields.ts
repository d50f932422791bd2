import type { Address } from '@/lib/contract/address'
import type { MessageFlags } from '@/lib/contract/messages'

type EnvelopeAddress = { name?: string; address?: string }

// Control and bidi-override characters in names and subjects would let text pose as something it is not.
const disguise = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu

/** Text of a header for one line: no line breaks, controls or direction overrides, at most `limit` characters. */
export const oneLine = (text: string, limit = 2000): string =>
  text.replace(disguise, ' ').replace(/\s+/g, ' ').trim().slice(0, limit)

/** Addresses of an envelope field as the contract has them; at most 1,000. */
export const toAddresses = (list: EnvelopeAddress[] | undefined): Address[] =>
  (list ?? []).slice(0, 1000).map(({ name = '', address = '' }) => ({
    name: oneLine(name, 500),
    address: oneLine(address, 320),
  }))

/** IMAP flags and keywords as the contract names them. */
export const toFlags = (flags: Set<string>): MessageFlags => ({
  seen: flags.has('\\Seen'),
  flagged: flags.has('\\Flagged'),
  answered: flags.has('\\Answered'),
  forwarded: flags.has('$Forwarded'),
  draft: flags.has('\\Draft'),
})
