import { loadavg } from 'node:os'
import { type BrowserResults, measureBrowser } from '@/bench/browser/browser'
import { type BulkResults, measureBulk } from '@/bench/bulk'
import { type Comparison, compare } from '@/bench/compare'
import { type DeliveryResults, measureDelivery } from '@/bench/delivery/delivery'
import { type LoadStep, load } from '@/bench/load/load'
import { type BenchMailbox, makeMailboxes } from '@/bench/mailboxes'
import { writeReport } from '@/bench/report/write'
import type { Part, Settings } from '@/bench/settings'
import { Ending, script } from '@/bench/world'
import { db } from '@/lib/db/client'
import { wordIndex } from '@/lib/db/word-index/pool'
import { installHeldBack } from '@/scripts/world/packages'

export type Results = {
  comparison?: Comparison
  load?: LoadStep[]
  browser?: BrowserResults
  delivery?: DeliveryResults
  bulk?: BulkResults
}

type Measure = (settings: Settings, mailboxes: BenchMailbox[], ending: Ending) => Promise<Results>

const measures: Record<Part, Measure> = {
  compare: async ({ runs }, mailboxes, ending) => ({ comparison: await compare(mailboxes, runs, ending) }),
  load: async (settings, _, ending) => ({ load: await load(settings, ending) }),
  browser: async ({ runs }, mailboxes, ending) => {
    // what people have, not the shell that the tests use
    await installHeldBack(['chromium'])
    const largest = mailboxes.at(-1)
    return largest ? { browser: await measureBrowser(largest, runs, ending) } : {}
  },
  delivery: async ({ runs }) => ({ delivery: await measureDelivery(runs) }),
  bulk: async () => ({ bulk: await measureBulk() }),
}

/** Measures part after part; what one finds out is not lost when the next fails. */
async function measureParts(settings: Settings, ending: Ending): Promise<void> {
  const reads = settings.parts.some((part) => part === 'compare' || part === 'browser')
  const mailboxes = reads ? await makeMailboxes(settings.messages) : []
  const loadBefore = loadavg()[0] ?? 0
  const results: Results = {}
  for (const part of settings.parts) {
    try {
      Object.assign(results, await measures[part](settings, mailboxes, ending))
    } catch (error) {
      console.error(`${part} failed:`, error)
      process.exitCode = 1
    }
  }
  await writeReport(settings, results, loadBefore)
}

/** Starts the bench's world, measures what was asked for, writes the report and ends everything it started. */
export async function runBench(settings: Settings): Promise<void> {
  const ending = new Ending()
  try {
    ending.add(() => script(settings.keep ? 'stop' : 'reset'))
    await script('demo', '--native', '--detach', '--test-tools')
    ending.add(() => wordIndex().end())
    ending.add(() => db().$disconnect())
    await measureParts(settings, ending)
  } finally {
    await ending.end()
  }
}
