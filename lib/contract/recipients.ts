import { z } from 'zod'

export const checkRecipientsBody = z.object({ addresses: z.array(z.string().max(320)).max(500) })

/**
 * What sending to an address would meet. `no-mail-server`: its domain takes no mail (no MX and no address, or a null MX,
 * RFC 7505). `no-such-mailbox`, `mailbox-full`: of this mail system's own domains. `did-you-mean`: nothing is wrong but the
 * likeness.
 */
export type RecipientProblem = {
  address: string
  problem: 'no-mail-server' | 'no-such-mailbox' | 'mailbox-full' | 'did-you-mean'
  /** The address probably meant, or null. */
  suggestion: string | null
}
/** `away`: the person's own vacation answer is on. What could not be found out in time is left out. */
export type RecipientsChecked = { problems: RecipientProblem[]; away: boolean }
