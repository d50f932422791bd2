import { type RouteBytes, routeBytes } from '@/bench/browser/bytes'
import { type LighthouseScores, lighthouseScores } from '@/bench/browser/lighthouse'
import { type Paint, paints } from '@/bench/browser/paint'
import { launchBrowser } from '@/bench/browser/session'
import { ImapWire } from '@/bench/clients/imap-wire'
import { openSession } from '@/bench/clients/waypost-client'
import type { BenchMailbox } from '@/bench/mailboxes'
import { unarchive } from '@/bench/tasks/change'
import { blue } from '@/scripts/world/addresses'

export type BrowserResults = { paints: Paint[]; bytes: RouteBytes[]; lighthouse: LighthouseScores }

/** What people see, in Chromium, on one mailbox. */
export async function measureBrowser(mailbox: BenchMailbox, runs: number): Promise<BrowserResults> {
  const cookie = await openSession(mailbox.address)
  const browser = await launchBrowser()
  try {
    const seen = await paints(browser, cookie, Math.min(runs, 15))
    const bytes = await routeBytes(browser, cookie)
    return { paints: seen, bytes, lighthouse: await lighthouseScores(cookie) }
  } finally {
    await browser.close()
    const wire = await ImapWire.open(blue.address, mailbox.address, mailbox.password)
    await unarchive(wire)
    wire.close()
  }
}
