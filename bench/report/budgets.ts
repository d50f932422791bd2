import type { Contender } from '@/bench/compare'
import type { Figure } from '@/bench/measure'
import type { Results } from '@/bench/run'

/** One promise: what was measured against it, in the unit of its name. `measured` is NaN where this run measured none. */
export type Budget = { what: string; unit: string; limit: number; measured: number; atLeast?: true }

/** `met`, `missed by ...`, or that it was not measured. */
export function verdict({ limit, measured, atLeast }: Budget): string {
  if (Number.isNaN(measured)) return 'not measured'
  if (atLeast ? measured >= limit : measured <= limit) return 'met'
  const share = Math.abs(measured - limit) / limit
  return `missed by ${Math.round(share * 100)} %`
}

type Find = (task: string, by?: Contender) => Figure | undefined
const none = Number.NaN

function listBudgets(find: Find, cold: number): Budget[] {
  const list = find('threads-first')
  return [
    { what: 'conversation list, first page, server p50', unit: 'ms', limit: 15, measured: list?.serverP50 ?? none },
    { what: 'conversation list, first page, server p95', unit: 'ms', limit: 40, measured: list?.serverP95 ?? none },
    { what: 'conversation list, first ever', unit: 'ms', limit: 300, measured: cold },
    {
      what: 'open a conversation of 10, server p50',
      unit: 'ms',
      limit: 15,
      measured: find('open-thread')?.serverP50 ?? none,
    },
  ]
}

const quickSearches = ['common', 'rare', 'prefix', 'phrase'] as const

function searchBudgets(find: Find): Budget[] {
  const quick = quickSearches.map((kind) => ({
    what: `search, ${kind}, server p50`,
    unit: 'ms',
    limit: 20,
    measured: find(`search-${kind}`)?.serverP50 ?? none,
  }))
  const worst = Math.max(find('search-worst')?.serverP50 ?? none, find('search-operators')?.serverP50 ?? none)
  return [...quick, { what: 'search, worst with operators, server p50', unit: 'ms', limit: 100, measured: worst }]
}

/** How many times less server time than Roundcube as shipped. */
function timesLess(find: Find, what: string, task: string, limit: number): Budget {
  const [ours, theirs] = [find(task)?.serverP50 ?? none, find(task, 'roundcube')?.serverP50 ?? none]
  return {
    what: `${what}, times less than Roundcube as shipped`,
    unit: 'x',
    limit,
    measured: theirs / ours,
    atLeast: true,
  }
}

function comparisonBudgets({ comparison }: Results, messages: number): Budget[] {
  const find: Find = (task, by = 'waypost') =>
    comparison?.lines.find((line) => line.task === task && line.by === by && line.messages === messages)?.figure
  const cold = comparison?.cold.find((one) => one.messages === messages)?.first.server ?? none
  return [
    ...listBudgets(find, cold),
    ...searchBudgets(find),
    { what: 'archive, server p50', unit: 'ms', limit: 10, measured: find('archive')?.serverP50 ?? none },
    { what: 'star, server p50', unit: 'ms', limit: 10, measured: find('star')?.serverP50 ?? none },
    timesLess(find, 'conversation list', 'threads-first', 15),
    timesLess(find, 'open a message', 'open-message', 5),
    timesLess(find, 'star', 'star', 5),
    timesLess(find, 'search, common word', 'search-common', 5),
  ]
}

function browserBudgets({ browser }: Results): Budget[] {
  const paint = (what: string) => browser?.paints.find((one) => one.what === what)?.p50 ?? none
  const script = browser?.bytes.find((one) => one.route === 'inbox, first rows')?.script ?? none
  return [
    { what: 'click to archived row gone', unit: 'ms', limit: 50, measured: paint('click to archived row gone') },
    { what: 'click to message text', unit: 'ms', limit: 60, measured: paint('click to message text') },
    { what: 'first row, warm cache', unit: 'ms', limit: 200, measured: paint('first row, warm cache') },
    { what: 'first row, empty cache', unit: 'ms', limit: 500, measured: paint('first row, empty cache') },
    { what: 'JavaScript to the first inbox paint, gzip', unit: 'KB', limit: 190, measured: script / 1024 },
  ]
}

function loadBudgets({ load = [] }: Results): Budget[] {
  const [first, last] = [load[0], load.at(-1)]
  const mega = 2 ** 20
  const grown = (server: 'web' | 'dovecot') =>
    first && last && first !== last
      ? (last.servers[server].memory - first.servers[server].memory) / (last.accounts - first.accounts) / mega
      : none
  const at = last?.accounts ?? 1000
  const list = last?.latencies.find(({ kind }) => kind === 'list')?.p95 ?? none
  const errors = last
    ? last.latencies.reduce((sum, one) => sum + one.errors, 0) + last.failed.length + last.streamsLost
    : none
  return [
    { what: 'web process, memory for each account', unit: 'MB', limit: 1, measured: grown('web') },
    { what: 'Dovecot, memory for each account', unit: 'MB', limit: 3, measured: grown('dovecot') },
    { what: `${at} accounts with live streams: list p95`, unit: 'ms', limit: 150, measured: list },
    { what: `${at} accounts with live streams: errors`, unit: '', limit: 0, measured: errors },
  ]
}

function deliveryBudgets({ delivery }: Results): Budget[] {
  const latency = (delivery?.latency.p95 ?? none) / 1000
  return [
    { what: "the other server's 250 to its state in Sent, p95", unit: 's', limit: 1.5, measured: latency },
    { what: '50,000 lines of a mail log taken in', unit: 's', limit: 10, measured: delivery?.intake.seconds ?? none },
  ]
}

/** Every budget of the design, against the largest mailbox and the largest load of this run. */
export function budgets(results: Results, messages: number): Budget[] {
  return [
    ...comparisonBudgets(results, messages),
    ...browserBudgets(results),
    ...loadBudgets(results),
    ...deliveryBudgets(results),
  ]
}
