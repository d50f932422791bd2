import type { SignedIn } from '@/lib/auth/signed-in'
import type { QueueEntry } from '@/lib/contract/queue'
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

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

type Sight = Pick<AdminScope, 'domain' | 'wholeHost'>
type Waiting = Pick<QueueEntry, 'recipients'>

/** Whether somebody of the admin's domain handed it in. The envelope's sender proves nothing: anybody may write it. */
const handedIn = ({ wholeHost, domain }: Sight, login: string | null): boolean =>
  wholeHost || (login !== null && domainOf(login) === domain)

/** What an admin of this scope may see of a message in a queue: not the recipients of other domains; null for nothing. */
export function visiblePart<Entry extends Waiting>(scope: Sight, entry: Entry, login: string | null): Entry | null {
  if (handedIn(scope, login)) return entry
  const recipients = entry.recipients.filter(({ address }) => domainOf(address) === scope.domain)
  return recipients.length === 0 ? null : { ...entry, recipients }
}

/** Whether they may change it: Postfix changes a message for all its recipients. */
export const mayChange = (scope: Sight, entry: Waiting, login: string | null): boolean =>
  handedIn(scope, login) || visiblePart(scope, entry, login)?.recipients.length === entry.recipients.length
