import { createHash } from 'node:crypto'
import type { MailAccount } from '@/lib/auth/signed-in'
import { type FilterSet, type Filters, type Forwarding, filterSetSchema } from '@/lib/contract/filters'
import { noFilters } from '@/lib/contract/no-filters'
import { findFilterRow } from '@/lib/db/filters'
import { withFilterScripts } from '@/lib/service/filters/with-filter-scripts'

/** By this a script is known as the one made from the row: whoever changes a letter of it has made it theirs. */
export const fingerprintOf = (script: string): string =>
  createHash('sha256').update(script.replace(/\r\n/g, '\n').trim()).digest('hex')

export type ActiveScript = { name: string; script: string } | null
export type FilterRow = Awaited<ReturnType<typeof findFilterRow>>

/** The rules as they were saved last. */
function setOf(row: FilterRow): FilterSet {
  const set = filterSetSchema.safeParse(row?.rules)
  return set.success ? set.data : noFilters
}

/** An active script that is not the one made from the row, unless it does nothing. */
export const foreignScript = (active: ActiveScript, row: FilterRow): ActiveScript =>
  active === null || active.script.trim() === '' || fingerprintOf(active.script) === row?.fingerprint ? null : active

/**
 * The rules and the vacation answer, and the script that is in use instead of them when another program made one.
 * @throws MailError `sieve-unavailable`, `sieve-refused`
 */
export async function readFilters(account: MailAccount): Promise<Filters> {
  const [row, active] = await Promise.all([
    findFilterRow(account.accountId),
    withFilterScripts(account, ({ active }) => active()),
  ])
  const foreign = foreignScript(active, row)
  return {
    set: setOf(row),
    foreign: foreign && { ...foreign, script: foreign.script.slice(0, 100_000) },
  }
}

/** The account's rules, without asking the mail host which script is in use. */
export const readRules = async (account: MailAccount): Promise<FilterSet> =>
  setOf(await findFilterRow(account.accountId))

/** Where rules forward to, without asking the mail host. */
export async function readForwarding(account: MailAccount): Promise<Forwarding> {
  return { addresses: (await findFilterRow(account.accountId))?.forwards ?? [] }
}
