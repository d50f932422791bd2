import { randomBytes } from 'node:crypto'
import type { SignedIn } from '@/lib/auth/signed-in'
import type { FilterAction, FilterSet, Filters, Rule, SaveFilters } from '@/lib/contract/filters'
import { noFilters } from '@/lib/contract/no-filters'
import { findFilterRow, saveFilterRow } from '@/lib/db/filters'
import { AppError } from '@/lib/errors'
import { parseMailAddress } from '@/lib/mail/mime/mail-address'
import type { SieveScripts } from '@/lib/mail/sieve/scripts'
import { tellOfForwarding } from '@/lib/service/filters/forward-notice'
import { type ActiveScript, type FilterRow, fingerprintOf, foreignScript } from '@/lib/service/filters/read-filters'
import { type ScriptNames, scriptOf } from '@/lib/service/filters/script-text'
import { withFilterScripts } from '@/lib/service/filters/with-filter-scripts'
import { listLabels } from '@/lib/service/list-labels'
import { readDirectory } from '@/lib/service/mailbox-directory'
import { ownAddresses } from '@/lib/service/own-addresses'

/** The name of our script on the server, where it is free. */
const scriptName = 'waypost'

/**
 * Makes a script of the rules and puts it in use. Whoever reads the mailbox hears of an address mail is newly forwarded to.
 * A rule whose folder or label is gone is switched off: it must not keep the others from being saved.
 * @throws AppError `filters-foreign` when another program's script is in use and `replace` is not said, `invalid-address`;
 * MailError `sieve-refused`, `sieve-unavailable`
 */
export async function saveFilters(account: SignedIn, { set: wanted, replace }: SaveFilters): Promise<Filters> {
  const names = await namesFor(account, wanted)
  const set = { ...wanted, rules: withIds(withoutBroken(wanted.rules, names)) }
  const forwards = forwardsOf(set)
  const script = scriptOf(set, names)
  const row = await findFilterRow(account.accountId)
  await withFilterScripts(account, async (scripts) => {
    const active = await scripts.active()
    const foreign = foreignScript(active, row)
    if (foreign !== null && !replace) throw new AppError('filters-foreign', 'another program made the active script')
    const name = await nameFor(scripts, active, row?.fingerprint)
    await announce(account, forwards, row)
    await scripts.install(name, script)
  })
  await saveFilterRow(account.accountId, { rules: set, fingerprint: fingerprintOf(script), forwards })
  return { set, foreign: null }
}

/** Before the script is in use: no mail is forwarded that its owner was not told of, whatever fails in between. */
async function announce(account: SignedIn, forwards: string[], row: FilterRow): Promise<void> {
  const known = row?.forwards ?? []
  const fresh = forwards.filter((address) => !known.includes(address))
  if (fresh.length === 0) return
  await tellOfForwarding(account, fresh)
  const { rules, fingerprint } = row ?? { rules: noFilters, fingerprint: '' }
  await saveFilterRow(account.accountId, { rules: rules ?? noFilters, fingerprint, forwards: [...known, ...fresh] })
}

/** Where our script goes: no script of another program is ever written over, in use or not. */
async function nameFor(scripts: SieveScripts, active: ActiveScript, fingerprint: string | undefined): Promise<string> {
  const isOurs = (text: string) => fingerprintOf(text) === fingerprint
  if (active !== null && isOurs(active.script)) return active.name
  const taken = await scripts.names()
  for (let n = 1; ; n++) {
    const name = n === 1 ? scriptName : `${scriptName}-${n}`
    if (!taken.includes(name) || isOurs(await scripts.read(name))) return name
  }
}

function forwardsOf({ rules }: FilterSet): string[] {
  const wanted = rules.flatMap(({ enabled, actions }) =>
    actions.flatMap((action) => (enabled && action.do === 'forward' ? [action.address] : [])),
  )
  for (const address of wanted) {
    if (!parseMailAddress(address).ok)
      throw new AppError('invalid-address', 'no address to forward to', { detail: address })
  }
  return [...new Set(wanted)]
}

async function namesFor(account: SignedIn, { rules }: FilterSet): Promise<ScriptNames> {
  const labelled = rules.some(({ actions }) => actions.some((action) => action.do === 'label'))
  const mailboxes = new Map((await readDirectory(account)).map(({ id, path }) => [id, path]))
  const labels = new Map((labelled ? (await listLabels(account)).labels : []).map(({ id, keyword }) => [id, keyword]))
  return {
    own: [...(await ownAddresses(account))],
    pathOf: (id) => mailboxes.get(id),
    keywordOf: (id) => labels.get(id),
  }
}

function withoutBroken(rules: Rule[], { pathOf, keywordOf }: ScriptNames): Rule[] {
  const isBroken = (action: FilterAction) =>
    (action.do === 'move' && pathOf(action.mailbox) === undefined) ||
    (action.do === 'label' && keywordOf(action.label) === undefined)
  return rules.map((rule) => (rule.actions.some(isBroken) ? { ...rule, enabled: false } : rule))
}

/** Every rule by a name of its own, which stays when it is changed. */
function withIds(rules: Rule[]): Rule[] {
  const taken = new Set<string>()
  return rules.map((rule) => {
    const id = rule.id === undefined || taken.has(rule.id) ? randomBytes(5).toString('hex') : rule.id
    taken.add(id)
    return { ...rule, id }
  })
}
