import pg from 'pg'
import { env } from '@/lib/env'
import { log } from '@/lib/log'

/** One advisory lock of PostgreSQL: whoever holds it keeps the index. The number means nothing else. */
const lockKey = 20_261_124
const retryMilliseconds = 2_000

type Handlers = {
  /** This process keeps the index from now on: whatever happened before has to be asked for. */
  onReady: () => void
  onChanged: (address: string) => void
  onAccountRemoved: () => void
  /** The database went away: another process may keep the index now. */
  onLost: () => void
}

/**
 * Waits to be the one process that keeps the index, then tells what changes, by LISTEN, until stopped. Comes back by
 * itself after the database was away.
 */
export class Listener {
  readonly #handlers: Handlers
  #client: pg.Client | null = null
  #timer: NodeJS.Timeout | undefined
  #stopped = false
  holds = false

  constructor(handlers: Handlers) {
    this.#handlers = handlers
    void this.#connect()
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#timer)
    await this.#client?.end().catch(() => undefined)
  }

  async #connect() {
    const client = new pg.Client({
      connectionString: env.databaseUrl,
      application_name: 'waypost index',
      keepAlive: true,
      connectionTimeoutMillis: 3_000,
    })
    this.#client = client
    client.on('error', (err) => log.warn({ err }, 'the index lost the database'))
    client.on('end', () => this.#lost())
    client.on('notification', ({ channel, payload = '' }) => {
      if (channel === 'mailbox_changed') this.#handlers.onChanged(payload)
      else this.#handlers.onAccountRemoved()
    })
    try {
      await client.connect()
      await client.query('SELECT pg_advisory_lock($1)', [lockKey])
      await client.query('LISTEN mailbox_changed')
      await client.query('LISTEN account_removed')
      this.holds = true
      this.#handlers.onReady()
    } catch (err) {
      if (this.#stopped) return
      log.warn({ err }, 'the index does not reach the database')
      await client.end().catch(() => undefined)
    }
  }

  #lost() {
    if (this.holds) this.#handlers.onLost()
    this.holds = false
    if (!this.#stopped) this.#timer = setTimeout(() => void this.#connect(), retryMilliseconds)
  }
}
