import type { Address } from '@/lib/contract/address'
import type { Draft } from '@/lib/contract/drafts'
import { emptyDraft } from '@/lib/contract/empty-draft'

/** 128 random bits in hex. Not `randomUUID`: that is missing where a team hosts without https. */
function randomHex(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** An empty message of `address`, to whom it may be, with the Message-ID it keeps until it is sent. */
export function blankDraft(address: string, to: Address[] = []): Draft {
  const domain = address.slice(address.lastIndexOf('@') + 1)
  return { ...emptyDraft(`<${randomHex()}@${domain}>`), to }
}
