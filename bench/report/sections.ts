import type { BrowserResults } from '@/bench/browser/browser'
import type { Paint } from '@/bench/browser/paint'
import type { BulkResults } from '@/bench/bulk'
import type { DeliveryResults } from '@/bench/delivery/delivery'
import type { LoadStep } from '@/bench/load/load'
import { budgets, verdict } from '@/bench/report/budgets'
import { bytesTable, milliseconds, table, timesTable } from '@/bench/report/table'
import type { Results } from '@/bench/run'
import type { Settings } from '@/bench/settings'

const number = (value: number) => (Number.isNaN(value) ? '-' : milliseconds(value))
const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(0)

export function budgetSection(results: Results, messages: number): string {
  const rows = budgets(results, messages).map((budget) => [
    budget.what,
    `${budget.atLeast ? 'at least ' : ''}${budget.limit} ${budget.unit}`.trim(),
    `${number(budget.measured)} ${budget.unit}`.trim(),
    verdict(budget),
  ])
  return table(['budget', 'limit', 'measured', ''], rows)
}

function compareSection({ comparison }: Results, messages: number): string[] {
  if (!comparison) return []
  const { lines, cold, fills } = comparison
  const fill = fills.find((one) => one.messages === messages)
  const first = cold.find((one) => one.messages === messages)?.first
  return [
    `### ${messages.toLocaleString('en')} messages`,
    timesTable(lines, messages, 'server'),
    timesTable(lines, messages, 'wall'),
    bytesTable(lines, messages),
    `Conversation list, the first ever asked of a fresh web process: ${number(first?.server ?? Number.NaN)} ms.`,
    ...(fill && fill.waited > 0
      ? [
          `Index of words: ${fill.waited} messages in ${fill.seconds.toFixed(0)} s, ${Math.round(fill.waited / fill.seconds)} a second.`,
        ]
      : []),
  ]
}

function stepSection(step: LoadStep): string {
  const latencies = step.latencies.toSorted((a, b) => a.kind.localeCompare(b.kind))
  const rows = latencies.map(({ kind, count, p50, p95, errors }) => [
    kind,
    String(count),
    number(p50),
    number(p95),
    String(errors),
  ])
  const usage = Object.entries(step.servers).map(
    ([name, { memory, cpu, processes, files }]) =>
      `${name}: ${megabytes(memory)} MB, ${(cpu * 100).toFixed(0)} % of a core, ${processes} processes, ${files} open files`,
  )
  const said = latencies.flatMap(({ firstError }) => (firstError ? [`First error: ${firstError}`] : []))
  const lost = step.failed.length + step.streamsLost
  return [
    `${step.accounts} accounts, ${step.streams} live streams${lost ? ` (${lost} failed: ${step.failed[0] ?? 'lost later'})` : ''}, ` +
      `${step.requestsPerSecond.toFixed(0)} requests a second:\n`,
    table(['wall time, ms', 'times', 'p50', 'p95', 'errors'], rows),
    `\n${usage.join('; ')}.${said.length ? `\n${said.join('\n')}` : ''}`,
  ].join('\n')
}

function browserSection({ paints, roundcube, bytes, lighthouse }: BrowserResults): string[] {
  const times = (paint: Paint | undefined) => (paint ? `${number(paint.p50)} / ${number(paint.p95)}` : '')
  const seen = paints.map((paint) => [
    paint.what,
    times(paint),
    times(roundcube.find(({ what }) => what === paint.what)),
  ])
  const kilobytes = (value: number) => (value / 1024).toFixed(0)
  const loaded = bytes.map(({ route, script, style, requests }) => [
    route,
    kilobytes(script),
    kilobytes(style),
    String(requests),
  ])
  return [
    '### Browser',
    table(['until it is painted, ms', 'Waypost', 'Roundcube (argon2id)'], seen),
    table(['loaded, KB gzip', 'JavaScript', 'CSS', 'requests'], loaded),
    `Lighthouse (desktop, no throttling): performance ${lighthouse.performance}, accessibility ${lighthouse.accessibility}.`,
  ]
}

function deliverySection({ latency, intake }: DeliveryResults): string[] {
  return [
    '### Delivery',
    table(
      [`from the other server's 250 to the state in Sent, ${latency.messages} messages, ms`, 'p50', 'p95', 'worst'],
      [['', number(latency.p50), number(latency.p95), number(latency.worst)]],
    ),
    `${intake.lines.toLocaleString('en')} lines of a mail log taken in within ${intake.seconds.toFixed(1)} s.`,
  ]
}

function bulkSection({ messages, figures }: BulkResults): string[] {
  const rows = figures.map(({ what, seconds, list }) => [
    what,
    seconds.toFixed(1),
    String(Math.round(messages / seconds)),
    number(list),
  ])
  const head = [`all ${messages.toLocaleString('en')} messages of an inbox`, 's', 'a second', 'list meanwhile, p95 ms']
  return ['### Everything', table(head, rows)]
}

/** The whole report as Markdown: people read it in a terminal and in docs/performance.md alike. */
export function report(settings: Settings, results: Results): string {
  const largest = settings.messages.at(-1) ?? 0
  const { load, browser, delivery, bulk } = results
  return [
    `### Budgets, at ${largest.toLocaleString('en')} messages`,
    budgetSection(results, largest),
    ...settings.messages.flatMap((messages) => compareSection(results, messages)),
    ...(load ? ['### Load', ...load.map(stepSection)] : []),
    ...(browser ? browserSection(browser) : []),
    ...(delivery ? deliverySection(delivery) : []),
    ...(bulk ? bulkSection(bulk) : []),
  ].join('\n\n')
}
