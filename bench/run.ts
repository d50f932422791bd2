import { loadavg } from 'node:os'
import { type BrowserResults, measureBrowser } from '@/bench/browser/browser'
import { type Comparison, compare } from '@/bench/compare'
import { type LoadStep, load } from '@/bench/load/load'
import { makeMailboxes } from '@/bench/mailboxes'
import { writeReport } from '@/bench/report/write'
import type { Settings } from '@/bench/settings'
import { Ending, script } from '@/bench/world'
import { db } from '@/lib/db/client'

export type Results = { comparison?: Comparison; load?: LoadStep[]; browser?: BrowserResults }

/** Starts the bench's world, measures what was asked for, writes the report and ends everything it started. */
export async function runBench(settings: Settings): Promise<void> {
  const ending = new Ending()
  try {
    ending.add(() => script(settings.keep ? 'stop' : 'reset'))
    await script('demo', '--native', '--detach', '--test-tools')
    ending.add(() => db().$disconnect())
    const mailboxes = await makeMailboxes(settings.messages)
    const loadBefore = loadavg()[0] ?? 0
    const results: Results = {}
    if (settings.parts.includes('compare')) results.comparison = await compare(mailboxes, settings.runs, ending)
    if (settings.parts.includes('load')) results.load = await load(settings, ending)
    const largest = mailboxes.at(-1)
    if (settings.parts.includes('browser') && largest) results.browser = await measureBrowser(largest, settings.runs)
    await writeReport(settings, results, loadBefore)
  } finally {
    await ending.end()
  }
}
