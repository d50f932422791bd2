import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { openSession } from '@/bench/clients/waypost-client'
import { makeLoadAccounts } from '@/bench/load/accounts'
import type { Order, Report } from '@/bench/load/protocol'
import { type Usage, usageOf } from '@/bench/load/usage'
import { percentile } from '@/bench/measure'
import type { Settings } from '@/bench/settings'
import type { Ending } from '@/bench/world'
import { readState } from '@/scripts/world/state'
import { allowWatchers } from '@/scripts/world/watchers'

/** Seconds somebody looks at the page between two actions. */
const thinkSeconds = 20

export type Latency = { kind: string; count: number; p50: number; p95: number; errors: number; firstError: string }
export type Servers = Record<'web' | 'dovecot' | 'database', Usage>

/** What so many signed-in accounts with an open page cost. `cpu` of a server is seconds of processor a second. */
export type LoadStep = {
  accounts: number
  streams: number
  failed: string[]
  streamsLost: number
  requestsPerSecond: number
  latencies: Latency[]
  servers: Servers
}

const serverNames = { web: 'web', dovecot: 'dovecot blue', database: 'database' } as const

function measureServers(): Servers {
  const servers = readState()?.servers ?? []
  const of = (name: string) => usageOf(servers.find((one) => one.name === name)?.mark.pid ?? 0)
  return { web: of(serverNames.web), dovecot: of(serverNames.dovecot), database: of(serverNames.database) }
}

function cpuBetween(before: Servers, after: Servers, seconds: number): Servers {
  const one = (name: keyof Servers): Usage => ({ ...after[name], cpu: (after[name].cpu - before[name].cpu) / seconds })
  return { web: one('web'), dovecot: one('dovecot'), database: one('database') }
}

async function tell<K extends Report['kind']>(people: ChildProcess, order: Order, kind: K) {
  people.send(order)
  const [report] = (await once(people, 'message')) as [Report]
  if (report.kind !== kind) throw new Error(`The people answered ${report.kind} instead of ${kind}.`)
  return report as Extract<Report, { kind: K }>
}

async function step(people: ChildProcess, fresh: string[], accounts: number, seconds: number): Promise<LoadStep> {
  const sessions: { address: string; cookie: string }[] = []
  for (const address of fresh) sessions.push({ address, cookie: await openSession(address) })
  const opened = await tell(people, { kind: 'open', people: sessions }, 'opened')
  const before = measureServers()
  const started = performance.now()
  const worked = await tell(people, { kind: 'work', seconds, thinkSeconds }, 'worked')
  const took = (performance.now() - started) / 1000
  const latencies = worked.latencies.map(({ kind, milliseconds, errors }) => ({
    kind,
    count: milliseconds.length,
    p50: percentile(milliseconds, 0.5),
    p95: percentile(milliseconds, 0.95),
    errors: errors.length,
    firstError: errors[0] ?? '',
  }))
  const done = latencies.filter(({ kind }) => kind !== 'new mail shown').reduce((sum, { count }) => sum + count, 0)
  return {
    accounts,
    streams: opened.streams,
    failed: opened.failed.slice(0, 5),
    streamsLost: worked.streamsLost,
    requestsPerSecond: done / seconds,
    latencies,
    servers: cpuBetween(before, measureServers(), took),
  }
}

/** More and more signed-in accounts with live streams, each doing something now and then, for a bounded time each. */
export async function load({ accounts, seconds }: Settings, ending: Ending): Promise<LoadStep[]> {
  ending.add(allowWatchers())
  const addresses = await makeLoadAccounts(accounts.at(-1) ?? 0)
  const people = fork('bench/load/people.ts', {
    execArgv: ['--disable-warning=ExperimentalWarning', '--import', 'tsx'],
  })
  ending.add(() => void people.kill())
  const steps: LoadStep[] = []
  let open = 0
  for (const count of accounts) {
    steps.push(await step(people, addresses.slice(open, count), count, seconds))
    open = count
    console.log(`  ${count} accounts done`)
  }
  people.disconnect()
  return steps
}
