import { Client } from 'pg'
import { env } from '@/lib/env'
import { log } from '@/lib/log'

type Heard = (payload: string) => void
type Ear = { channels: Map<string, Set<Heard>>; client: Client | null; connecting: boolean; retry: number }

const firstRetry = 500
const lastRetry = 30_000

// Next bundles routes apart from each other: one connection for all of them lives on the global object.
const shared = globalThis as typeof globalThis & { waypostEar?: Ear }
const ear = () => {
  shared.waypostEar ??= { channels: new Map(), client: null, connecting: false, retry: firstRetry }
  return shared.waypostEar
}

/**
 * Calls `heard` with the payload of every NOTIFY on `channel` (a lower-case name of ours), until the returned function
 * is called. One connection a process serves all channels; after a loss it comes back by itself, and what was told
 * meanwhile is lost: what must not be missed stands in a table, too.
 */
export function listen(channel: string, heard: Heard): () => void {
  const { channels, client } = ear()
  const known = channels.get(channel)
  if (known) known.add(heard)
  else {
    channels.set(channel, new Set([heard]))
    if (client) void ask(client, channel)
    else void connect()
  }
  return () => void channels.get(channel)?.delete(heard)
}

const ask = (client: Client, channel: string) =>
  client.query(`LISTEN ${client.escapeIdentifier(channel)}`).catch(() => client.end().catch(() => undefined))

async function connect(): Promise<void> {
  const state = ear()
  if (state.connecting || state.client) return
  state.connecting = true
  const client = new Client({ connectionString: env.databaseUrl, connectionTimeoutMillis: 3_000, keepAlive: true })
  let ended = false
  const again = () => {
    if (ended) return
    ended = true
    state.client = null
    state.connecting = false
    setTimeout(() => void connect(), state.retry * (0.7 + Math.random() * 0.6)).unref()
    state.retry = Math.min(state.retry * 2, lastRetry)
  }
  client.on('error', again)
  client.on('end', again)
  client.on('notification', ({ channel, payload }) => tell(channel, payload ?? ''))
  try {
    await client.connect()
    state.client = client
    state.connecting = false
    state.retry = firstRetry
    await Promise.all([...state.channels.keys()].map((channel) => ask(client, channel)))
  } catch (err) {
    log.warn({ err }, 'the database does not answer to listen for notifications')
    client.end().catch(() => undefined)
    again()
  }
}

function tell(channel: string, payload: string): void {
  for (const heard of ear().channels.get(channel) ?? []) {
    try {
      heard(payload)
    } catch (err) {
      log.error({ err, channel }, 'a notification was not taken in')
    }
  }
}
