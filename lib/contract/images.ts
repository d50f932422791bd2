import { z } from 'zod'

/** A remote picture through our proxy: address (base64url), day of the signature, signature. */
export const imageQuery = z.object({
  u: z.string().max(12_000),
  d: z.coerce.number().int(),
  s: z.string().max(100),
})
