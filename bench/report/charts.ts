import type { Contender } from '@/bench/compare'
import type { LoadStep } from '@/bench/load/load'
import { type Chart, drawChart, type Series } from '@/bench/report/chart'
import type { Results } from '@/bench/run'

const blue = '#2457d6'
const red = '#c2410c'
const grey = '#6b7280'
const green = '#15803d'

const looks: [Contender, string, string][] = [
  ['waypost', 'Waypost', blue],
  ['roundcube', 'Roundcube (argon2id)', red],
  ['roundcube-fast', 'Roundcube (SSHA256)', '#d97706'],
  ['floor', 'raw IMAP', grey],
]

/** How one task grows with the mailbox: server time p50 of every contender. */
function bySize({ comparison }: Results, task: string, title: string): Chart {
  const lines = (comparison?.lines ?? []).filter((line) => line.task === task)
  const series = looks.map(([by, name, colour]): Series => {
    const own = lines.filter((line) => line.by === by)
    const points = own.map(({ messages, figure }): [number, number] => [messages, figure.serverP50])
    return { name, colour, dashed: by === 'floor', points }
  })
  return { title, xName: 'messages in the mailbox', yName: 'server time, ms (p50)', series }
}

const over = (load: LoadStep[], of: (step: LoadStep) => number): [number, number][] =>
  load.map((step) => [step.accounts, of(step)])

function latencies(load: LoadStep[]): Chart {
  const of = (kind: string, column: 'p50' | 'p95') => (step: LoadStep) =>
    step.latencies.find((one) => one.kind === kind)?.[column] ?? Number.NaN
  const series: Series[] = [
    { name: 'list p95', colour: blue, points: over(load, of('list', 'p95')) },
    { name: 'list p50', colour: blue, dashed: true, points: over(load, of('list', 'p50')) },
    { name: 'search p95', colour: red, points: over(load, of('search', 'p95')) },
    { name: 'new mail shown p95', colour: green, points: over(load, of('new mail shown', 'p95')) },
  ]
  return { title: 'Waiting time under load', xName: 'signed-in accounts', yName: 'ms, wall', series }
}

function memory(load: LoadStep[]): Chart {
  const of = (server: 'web' | 'dovecot' | 'database') => (step: LoadStep) => step.servers[server].memory / 2 ** 20
  const series: Series[] = [
    { name: 'Dovecot', colour: red, points: over(load, of('dovecot')) },
    { name: 'web process', colour: blue, points: over(load, of('web')) },
    { name: 'PostgreSQL', colour: grey, points: over(load, of('database')) },
  ]
  return { title: 'Memory under load', xName: 'signed-in accounts', yName: 'MB (PSS)', series }
}

/** SVG documents by file name, of what this run measured. */
export function charts(results: Results): Record<string, string> {
  const { comparison, load } = results
  const all: Record<string, string> = {}
  if (comparison) {
    all['list.svg'] = drawChart(bySize(results, 'threads-first', 'Conversation list, first page'))
    all['open.svg'] = drawChart(bySize(results, 'open-message', 'Opening a message'))
    all['search.svg'] = drawChart(bySize(results, 'search-common', 'Searching for a common word'))
  }
  if (load) {
    all['load-time.svg'] = drawChart(latencies(load))
    all['load-memory.svg'] = drawChart(memory(load))
  }
  return all
}
