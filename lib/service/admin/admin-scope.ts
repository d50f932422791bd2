import type { SignedIn } from '@/lib/auth/signed-in'
import { listDomainsOf } from '@/lib/db/accounts'
import { AppError } from '@/lib/errors'

/** What an admin may see of a mail host: all of it when the host serves nobody else, else what concerns the own domain. */
export type AdminScope = { hostId: string; domain: string; wholeHost: boolean }

/**
 * The mail host of the admin's own domain.
 * @throws AppError `forbidden` for who is no admin
 */
export async function adminScope({ admin, address, host }: SignedIn): Promise<AdminScope> {
  if (!admin) throw new AppError('forbidden', 'only for admins')
  const domain = domainOf(address)
  const served = await listDomainsOf(host.id)
  return { hostId: host.id, domain, wholeHost: served.every((name) => name === domain) }
}

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

/** Whether an admin of this scope may see mail between these addresses. */
export const concerns = ({ wholeHost, domain }: AdminScope, addresses: string[]): boolean =>
  wholeHost || addresses.some((address) => domainOf(address) === domain)
