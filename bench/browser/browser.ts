import { type RouteBytes, routeBytes } from '@/bench/browser/bytes'
import { type LighthouseScores, lighthouseScores } from '@/bench/browser/lighthouse'
import { type Paint, paints, sharedPaints } from '@/bench/browser/paint'
import { roundcubePages } from '@/bench/browser/roundcube'
import { launchBrowser, waypostPages } from '@/bench/browser/session'
import { ImapWire } from '@/bench/clients/imap-wire'
import { openSession } from '@/bench/clients/waypost-client'
import type { BenchMailbox } from '@/bench/mailboxes'
import { startRoundcube } from '@/bench/roundcube/server'
import { unarchive } from '@/bench/tasks/change'
import type { Ending } from '@/bench/world'
import { blue } from '@/scripts/world/addresses'

export type BrowserResults = {
  paints: Paint[]
  roundcube: Paint[]
  bytes: RouteBytes[]
  lighthouse: LighthouseScores
}

/** What people see, in Chromium, on one mailbox: of Waypost, and the same of Roundcube. */
export async function measureBrowser(mailbox: BenchMailbox, runs: number, ending: Ending): Promise<BrowserResults> {
  await startRoundcube(ending)
  const cookie = await openSession(mailbox.address)
  const browser = await launchBrowser()
  try {
    const times = Math.min(runs, 15)
    const seen = await paints(browser, waypostPages(cookie), times)
    const bytes = await routeBytes(browser, cookie)
    const lighthouse = await lighthouseScores(cookie)
    const roundcube = await sharedPaints(browser, await roundcubePages(browser, mailbox), times)
    return { paints: seen, roundcube, bytes, lighthouse }
  } finally {
    await browser.close()
    const wire = await ImapWire.open(blue.address, mailbox.address, mailbox.password)
    await unarchive(wire)
    wire.close()
  }
}
