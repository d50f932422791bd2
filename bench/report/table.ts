import type { Contender, Line } from '@/bench/compare'

const titles: Record<Contender, string> = {
  waypost: 'Waypost',
  roundcube: 'Roundcube (argon2id)',
  'roundcube-fast': 'Roundcube (SSHA256)',
  floor: 'raw IMAP',
}

/** Milliseconds with as many digits as mean something. */
export const milliseconds = (value: number): string =>
  Number.isNaN(value) ? '-' : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(0) : value.toFixed(1)

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)}`

/** A Markdown table: people read it in a terminal and in docs/performance.md alike. */
export function table(head: string[], rows: string[][]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

const sized = (lines: Line[], messages: number) => lines.filter((line) => line.messages === messages)
const names = (lines: Line[]) => [...new Map(lines.map(({ task, name }) => [task, name]))]

/** Of one mailbox size: a row a task, a column a contender, p50 / p95 in milliseconds. */
export function timesTable(lines: Line[], messages: number, of: 'server' | 'wall'): string {
  const own = sized(lines, messages)
  const by = (Object.keys(titles) as Contender[]).filter((one) => own.some((line) => line.by === one))
  const rows = names(own).map(([task, name]) => [
    name,
    ...by.map((one) => {
      const figure = own.find((line) => line.task === task && line.by === one)?.figure
      if (figure === undefined) return ''
      const [p50, p95] = of === 'server' ? [figure.serverP50, figure.serverP95] : [figure.wallP50, figure.wallP95]
      return `${milliseconds(p50)} / ${milliseconds(p95)}`
    }),
  ])
  return table([`${of} time, ms`, ...by.map((one) => titles[one])], rows)
}

/** Requests and kilobytes (as travelled) of each task. */
export function bytesTable(lines: Line[], messages: number): string {
  const own = sized(lines, messages)
  const by: Contender[] = ['waypost', 'roundcube']
  const rows = names(own).map(([task, name]) => [
    name,
    ...by.map((one) => {
      const figure = own.find((line) => line.task === task && line.by === one)?.figure
      return figure === undefined ? '' : `${figure.requests} / ${kilobytes(figure.bytes)}`
    }),
  ])
  return table(['requests / KB', ...by.map((one) => titles[one])], rows)
}
