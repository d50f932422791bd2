import { Client } from 'pg'
import { z } from 'zod'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { log } from '@/lib/log'

/** What the worker tells the web processes about an account: something changed, ask again. */
const noticeSchema = z.object({ accountId: z.string(), topic: z.enum(['bulk', 'timed']), id: z.string() })
export type Notice = z.infer<typeof noticeSchema>

const channel = 'waypost_notices'
const retryMilliseconds = 2_000

/** Tells every web process (NOTIFY). A notice that nobody hears is lost: it never carries the truth itself. */
export async function sendNotice(notice: Notice): Promise<void> {
  await db().$executeRaw`SELECT pg_notify(${channel}, ${JSON.stringify(notice)})`
}

type Listener = (notice: Notice) => void
type Listening = { listeners: Map<string, Set<Listener>>; open: boolean }
const shared = globalThis as typeof globalThis & { waypostNotices?: Listening }
shared.waypostNotices ??= { listeners: new Map(), open: false }
const listening = shared.waypostNotices

function dispatch(payload: string | undefined): void {
  const parsed = noticeSchema.safeParse(JSON.parse(payload ?? 'null'))
  if (!parsed.success) return
  for (const listener of listening.listeners.get(parsed.data.accountId) ?? []) listener(parsed.data)
}

/** One connection of this process that only listens. Opened again for as long as anybody wants to hear. */
async function listen(): Promise<void> {
  listening.open = true
  const client = new Client({ connectionString: env.databaseUrl, keepAlive: true })
  const again = () => {
    listening.open = false
    setTimeout(() => listening.listeners.size > 0 && !listening.open && void listen(), retryMilliseconds).unref()
  }
  client.once('end', again)
  client.on('error', ({ message }) =>
    log.warn({ reason: message }, 'the database does not answer to listen for notices'),
  )
  client.on('notification', ({ payload }) => dispatch(payload))
  try {
    await client.connect()
    await client.query(`LISTEN ${channel}`)
  } catch (err) {
    log.warn({ err }, 'the database does not answer to listen for notices')
    await client.end().catch(again)
  }
}

/** Tells `listener` what the worker says about the account, until the returned function is called. */
export function onNotice(accountId: string, listener: Listener): () => void {
  const ofAccount = listening.listeners.get(accountId) ?? new Set()
  listening.listeners.set(accountId, ofAccount.add(listener))
  if (!listening.open) void listen()
  return () => {
    ofAccount.delete(listener)
    if (ofAccount.size === 0) listening.listeners.delete(accountId)
  }
}
