import { setTimeout as pause } from 'node:timers/promises'
import { WaypostClient } from '@/bench/clients/waypost-client'
import { waitForIndex } from '@/bench/index-fill'
import { makeMailboxes } from '@/bench/mailboxes'
import { percentile } from '@/bench/measure'
import type { BulkList, BulkState } from '@/lib/contract/bulk'

/** A change to a whole mailbox. `list`: wall time of the list while it was carried out, p95 in milliseconds. */
export type BulkFigure = { what: string; seconds: number; list: number }
export type BulkResults = { messages: number; figures: BulkFigure[] }

const messages = 50_000
const patienceMs = 30 * 60_000

/** From the click to the last message, with somebody who goes on reading the list. */
async function carried(client: WaypostClient, what: string, start: () => Promise<BulkState>) {
  const began = performance.now()
  const { id, total } = await start()
  if (total !== messages) throw new Error(`${what}: ${total} messages, not ${messages}`)
  const lists: number[] = []
  for (;;) {
    lists.push((await client.get('/api/threads?mailbox=inbox&limit=50')).wall)
    const { actions } = await client.json<BulkList>('/api/bulk')
    const now = actions.find((action) => action.id === id)
    const seconds = (performance.now() - began) / 1000
    if (now?.state === 'done' && now.done === total) {
      return { id, figure: { what, seconds, list: percentile(lists, 0.95) } }
    }
    if (now?.state !== 'running' || seconds * 1000 > patienceMs) throw new Error(`${what}: ${JSON.stringify(now)}`)
    await pause(500)
  }
}

/** How long it takes to archive an inbox of 50,000 messages, and to undo that. */
export async function measureBulk(): Promise<BulkResults> {
  const [mailbox] = await makeMailboxes([messages])
  if (mailbox === undefined) throw new Error('no mailbox was made')
  await waitForIndex(mailbox)
  const client = await WaypostClient.signIn(mailbox.address)
  try {
    const all = { scope: { kind: 'list', mailbox: 'inbox' }, change: { kind: 'archive' } }
    const archived = await carried(client, 'archive', () => client.json<BulkState>('/api/bulk', all))
    const undone = await carried(client, 'undo', () => client.json<BulkState>(`/api/bulk/${archived.id}/undo`, {}))
    return { messages, figures: [archived.figure, undone.figure] }
  } finally {
    client.close()
  }
}
