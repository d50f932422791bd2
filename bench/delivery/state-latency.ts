import type { Page } from '@playwright/test'
import { cookiesOf, freshContext, launchBrowser } from '@/bench/browser/session'
import { openSession, WaypostClient } from '@/bench/clients/waypost-client'
import { percentile } from '@/bench/measure'
import type { DraftStarted } from '@/lib/contract/drafts'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { blue, red } from '@/scripts/world/addresses'

export type StateLatency = { messages: number; p50: number; p95: number; worst: number }

const sender = `delivery-bench@${blue.domain}`
const receiver = `delivery-bench@${red.domain}`

async function makeAccounts(): Promise<void> {
  for (const [address, domainName] of [
    [sender, blue.domain],
    [receiver, red.domain],
  ] as const) {
    // nobody signs in with a password here; what is sent leaves at once
    const preferences = { create: { document: { undoSeconds: 0 } } }
    const account = { address, domainName, passwordHash: '!', preferences }
    await db().account.upsert({ where: { address }, create: account, update: {} })
  }
}

/** Writes down when the row of a subject first says that the other server took its message. Runs in the page. */
function watchMarks() {
  const seen: Record<string, number> = {}
  Object.assign(window, { benchSeen: seen })
  const look = () => {
    const now = Date.now()
    for (const row of document.querySelectorAll('[aria-label="Conversations"] > li')) {
      const mark = row.querySelector('[role="img"][aria-label^="Delivery:"]')?.getAttribute('aria-label') ?? ''
      const subject = /Latency \d+/.exec(row.textContent ?? '')?.[0]
      if (subject && /Accepted|In the mailbox/.test(mark)) seen[subject] ??= now
    }
  }
  new MutationObserver(look).observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['aria-label'],
  })
}

const shownAt = async (page: Page, subject: string): Promise<number> => {
  const found = await page.waitForFunction(
    (wanted) => (window as unknown as { benchSeen: Record<string, number> }).benchSeen[wanted],
    subject,
    { polling: 50, timeout: 30_000 },
  )
  return (await found.jsonValue()) ?? Number.NaN
}

async function send(client: WaypostClient, subject: string): Promise<string> {
  const { draft } = await client.json<DraftStarted>('/api/drafts/start', { kind: 'new' })
  const to = [{ name: '', address: receiver }]
  await client.json('/api/send', { draft: { ...draft, to, subject, html: '<p>Hello</p>' }, saved: null })
  return draft.messageId
}

/**
 * When the other server's 250 was heard, to ten milliseconds: Postfix's own time of the delivery (arrival by the queue id, plus
 * `delay=`). The remote's log has whole seconds only; it writes its 250 before that.
 */
async function acceptedAt(messageId: string): Promise<number> {
  const { queueId } = await db().queuedMessage.findFirstOrThrow({ where: { messageId, hostId: blue.id } })
  const event = await db().deliveryEvent.findFirstOrThrow({ where: { hostId: blue.id, queueId, kind: 'delivery' } })
  return event.at.getTime()
}

/** Milliseconds from the other server's 250 to its state in the open list Sent, over so many messages. */
export async function measureLatency(messages: number): Promise<StateLatency> {
  await makeAccounts()
  const client = await WaypostClient.signIn(sender)
  const browser = await launchBrowser()
  try {
    const page = await (await freshContext(browser, cookiesOf(await openSession(sender)))).newPage()
    await page.goto(`${env.publicUrl}/mail/sent`)
    await page.locator('html[data-ready]').waitFor({ state: 'attached' })
    await page.evaluate(watchMarks)
    const values: number[] = []
    for (let n = 1; n <= messages; n++) {
      const subject = `Latency ${Date.now()}`
      const messageId = await send(client, subject)
      const shown = await shownAt(page, subject)
      values.push(shown - (await acceptedAt(messageId)))
    }
    return {
      messages,
      p50: percentile(values, 0.5),
      p95: percentile(values, 0.95),
      worst: Math.max(...values),
    }
  } finally {
    client.close()
    await browser.close()
  }
}
