import type { MailAccount } from '@/lib/auth/signed-in'
import type { LiveEvent } from '@/lib/contract/events'
import { log } from '@/lib/log'
import { type ImapConnection, openConnection } from '@/lib/mail/imap/connection'
import { type MailboxChange, watchMailboxes } from '@/lib/mail/imap/watch-mailboxes'
import { mailboxByPath } from '@/lib/service/mailbox-directory'
import { imapTarget } from '@/lib/service/with-mailbox'

type Listener = (event: LiveEvent) => void

const firstRetry = 1_000
const lastRetry = 30_000
const aliveEvery = 60_000
const lingerMilliseconds = 20_000

/** The one watching connection of an account, shared by all its open windows. */
class Watcher {
  readonly listeners = new Set<Listener>()
  readonly #account: MailAccount
  readonly #gone: () => void
  #connection: ImapConnection | null = null
  #timer: NodeJS.Timeout | undefined
  #linger: NodeJS.Timeout | undefined
  #retry = firstRetry
  #stopped = false
  #down = false

  constructor(account: MailAccount, gone: () => void) {
    this.#account = account
    this.#gone = gone
    void this.#connect()
  }

  add(listener: Listener): () => void {
    clearTimeout(this.#linger)
    this.listeners.add(listener)
    if (this.#connection !== null) listener({ type: 'ready' })
    else if (this.#down) listener({ type: 'down' })
    return () => {
      this.listeners.delete(listener)
      // A reload comes back within seconds: the connection waits for it.
      if (this.listeners.size === 0) this.#linger = setTimeout(() => this.stop(), lingerMilliseconds).unref()
    }
  }

  stop() {
    this.#stopped = true
    clearTimeout(this.#linger)
    clearInterval(this.#timer)
    this.#connection?.close()
    this.#gone()
  }

  async #connect() {
    try {
      const connection = await openConnection(imapTarget(this.#account))
      connection.once('close', () => this.#lost())
      await watchMailboxes(connection, (change) => void this.#changed(change))
      if (this.#stopped) return connection.close()
      this.#connection = connection
      this.#timer = setInterval(() => void this.#ask(connection), aliveEvery).unref()
      this.#retry = firstRetry
      if (this.#down) this.#tell({ type: 'up' })
      this.#down = false
      this.#tell({ type: 'ready' })
    } catch (err) {
      log.warn({ err, host: this.#account.host.id }, 'the mail host does not answer to watch mailboxes')
      this.#again()
    }
  }

  /** The server may be gone without a word; asking finds out. */
  async #ask(connection: ImapConnection) {
    const timer = setTimeout(() => connection.close(), 10_000).unref()
    await connection.noop().catch(() => connection.close())
    clearTimeout(timer)
  }

  #lost() {
    if (this.#connection === null) return
    this.#connection = null
    clearInterval(this.#timer)
    this.#again()
  }

  #again() {
    if (this.#stopped) return
    if (!this.#down) this.#tell({ type: 'down' })
    this.#down = true
    setTimeout(() => void this.#connect(), this.#retry).unref()
    this.#retry = Math.min(this.#retry * 2, lastRetry)
  }

  async #changed({ path, arrived }: MailboxChange) {
    try {
      const { id } = await mailboxByPath(this.#account, path)
      for (const mailbox of new Set([id, 'all', 'starred'])) this.#tell({ type: 'mailbox', mailbox, arrived })
    } catch {
      // A mailbox that was removed meanwhile has nothing to tell.
    }
  }

  #tell(event: LiveEvent) {
    for (const listener of this.listeners) listener(event)
  }
}

const shared = globalThis as typeof globalThis & { waypostWatchers?: Map<string, Watcher> }
shared.waypostWatchers ??= new Map()
const watchers = shared.waypostWatchers

/**
 * Tells `listener` what happens in the account's mailboxes, until the returned function is called. `ready` comes
 * first and again after each interruption.
 */
export function watchAccount(account: MailAccount, listener: Listener): () => void {
  let watcher = watchers.get(account.address)
  if (watcher === undefined) {
    watcher = new Watcher(account, () => watchers.delete(account.address))
    watchers.set(account.address, watcher)
  }
  return watcher.add(listener)
}
