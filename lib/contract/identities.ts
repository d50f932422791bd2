import { z } from 'zod'

/** Longest signature in characters of HTML, its pictures (`data:`) included. */
export const signatureLimit = 400_000

/** How one writes as one address. `signature` is HTML; the server cleans it. `replyTo` is an address, or empty. */
export const identityBody = z.object({
  name: z.string().trim().max(200),
  replyTo: z.string().trim().max(320),
  signature: z.string().max(signatureLimit),
  /** New messages are written as this one. */
  isDefault: z.boolean(),
})
export type IdentityBody = z.infer<typeof identityBody>
/** `account`: the address of the account; `alias`: another one that leads to it; `tag`: one of these with `+something`. */
export type Identity = IdentityBody & { address: string; kind: 'account' | 'alias' | 'tag' }
/** The account first, then its aliases, then what the person added. Exactly one is the default. */
export type IdentityList = { identities: Identity[] }

export const identityParams = z.object({ address: z.string().max(320) })
