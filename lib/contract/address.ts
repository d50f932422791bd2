import { z } from 'zod'

/** One mailbox of RFC 5322 section 3.4: a decoded display name (may be empty) and `local@domain`. */
export const addressSchema = z.object({ name: z.string().max(500), address: z.string().max(320) })
export type Address = z.infer<typeof addressSchema>
