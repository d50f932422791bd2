import { z } from 'zod'
import { db } from '@/lib/db/client'
import { listen } from '@/lib/db/listen'

/** What one process tells the web processes about an account: something changed, ask again. */
const noticeSchema = z.object({
  accountId: z.string(),
  topic: z.enum(['bulk', 'timed', 'preferences', 'delivery', 'outbox']),
  id: z.string(),
})
export type Notice = z.infer<typeof noticeSchema>

export const noticeChannel = 'waypost_notices'

/** Tells every web process (NOTIFY). A notice that nobody hears is lost: it never carries the truth itself. */
export async function sendNotice(notice: Notice): Promise<void> {
  await db().$executeRaw`SELECT pg_notify(${noticeChannel}, ${JSON.stringify(notice)})`
}

type Listener = (notice: Notice) => void
const shared = globalThis as typeof globalThis & { waypostNotices?: Map<string, Set<Listener>> }

/** Listeners by account. */
function allListeners(): Map<string, Set<Listener>> {
  if (!shared.waypostNotices) {
    shared.waypostNotices = new Map()
    listen(noticeChannel, dispatch)
  }
  return shared.waypostNotices
}

function dispatch(payload: string): void {
  const { success, data } = noticeSchema.safeParse(JSON.parse(payload))
  if (!success) return
  for (const listener of allListeners().get(data.accountId) ?? []) listener(data)
}

/** Tells `listener` what is said about the account, until the returned function is called. */
export function onNotice(accountId: string, listener: Listener): () => void {
  const all = allListeners()
  const ofAccount = all.get(accountId) ?? new Set()
  all.set(accountId, ofAccount.add(listener))
  return () => {
    ofAccount.delete(listener)
    if (ofAccount.size === 0 && all.get(accountId) === ofAccount) all.delete(accountId)
  }
}
