import type { Address } from '@/lib/contract/address'
import type { Draft } from '@/lib/contract/drafts'
import { AppError } from '@/lib/errors'
import type { OutgoingAddress } from '@/lib/mail/mime/build-message'
import { isHeaderText, parseMailAddress } from '@/lib/mail/mime/mail-address'

export type Recipients = { to: OutgoingAddress[]; cc: OutgoingAddress[]; bcc: OutgoingAddress[] }

const recipientLimit = 500

/**
 * The recipients as they go into the header and into RCPT TO: the very same strings.
 * @throws AppError `invalid-address` or `smtputf8-unsupported` naming the address, `too-many-recipients`
 */
export function parseRecipients(draft: Pick<Draft, 'to' | 'cc' | 'bcc'>): Recipients {
  const recipients = { to: draft.to.map(parse), cc: draft.cc.map(parse), bcc: draft.bcc.map(parse) }
  const count = envelopeOf(recipients).length
  if (count === 0) throw new AppError('invalid-address', 'no recipient')
  if (count > recipientLimit) throw new AppError('too-many-recipients', `${count} recipients`)
  return recipients
}

function parse({ name, address }: Address): OutgoingAddress {
  const parsed = parseMailAddress(address.trim())
  if (!parsed.ok) {
    const code = parsed.reason === 'smtputf8' ? 'smtputf8-unsupported' : 'invalid-address'
    throw new AppError(code, 'an address that cannot be used', { detail: address })
  }
  if (!isHeaderText(name)) throw new AppError('invalid-address', 'a line end in a name', { detail: name })
  return { name: name.trim(), address: parsed.address }
}

/** Every address once, by its exact spelling of the local part (RFC 5321 section 2.4). */
export function envelopeOf({ to, cc, bcc }: Recipients): string[] {
  return [...new Set([...to, ...cc, ...bcc].map(({ address }) => address))]
}

/** For a draft half written: what can stand in a header, and what must wait as it was typed. */
export function sortRecipients(addresses: Address[]): { usable: OutgoingAddress[]; unfinished: Address[] } {
  const sorted: { usable: OutgoingAddress[]; unfinished: Address[] } = { usable: [], unfinished: [] }
  for (const address of addresses) {
    try {
      sorted.usable.push(parse(address))
    } catch {
      sorted.unfinished.push(address)
    }
  }
  return sorted
}
