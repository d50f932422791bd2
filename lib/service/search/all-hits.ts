import type { MailAccount } from '@/lib/auth/signed-in'
import { parseSearch } from '@/lib/contract/search-grammar'
import { AppError } from '@/lib/errors'
import type { Hit } from '@/lib/service/rows-of-hits'
import { knownZone } from '@/lib/service/search/day-start'
import { contextOf, findHits, unknownNames } from '@/lib/service/search/search-messages'

/** More than any account holds. */
const limit = 2_000_000

/**
 * Every message a search finds, not a page of them. `zone`: the person's time zone.
 * @throws AppError `bad-request` when it is not understood; MailError of the connection
 */
export async function allHits(account: MailAccount, q: string, zone: string): Promise<Hit[]> {
  const known = knownZone(zone)
  const parsed = parseSearch(q, { zone: known })
  if (parsed.node === null) throw new AppError('bad-request', 'nothing is searched for')
  const context = await contextOf(account, parsed.node, known)
  if (unknownNames(parsed, context, q).length > 0)
    throw new AppError('bad-request', 'the search names what is not there')
  return findHits(account, parsed.node, context, { sort: 'newest', limit })
}
