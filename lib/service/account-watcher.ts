import type { MailAccount } from '@/lib/auth/signed-in'
import type { LiveEvent, MailboxEvent } from '@/lib/contract/events'
import { isView } from '@/lib/contract/mailboxes'
import { AppError } from '@/lib/errors'
import { log } from '@/lib/log'
import { type ImapConnection, openConnection } from '@/lib/mail/imap/connection'
import { nameMailboxes } from '@/lib/mail/imap/list-mailboxes'
import { type MailboxChange, watchMailboxes } from '@/lib/mail/imap/watch-mailboxes'
import { mailboxIdOf } from '@/lib/service/mailbox-directory'
import { beginMailboxes, imapTarget } from '@/lib/service/with-mailbox'

export type Listener = (event: LiveEvent) => void

const firstRetry = 1_000
const lastRetry = 30_000
const aliveEvery = 60_000
const lingerMilliseconds = 20_000
/** STATUS lines of one moment come in one event. Dovecot itself speaks twice a second at most. */
const gatherMilliseconds = 20
/** Open streams of one account. A browser needs one, whatever its tabs. */
const mostListeners = 50

/**
 * The one watching connection of an account, shared by all its open pages. NOTIFY rather than IDLE: it tells of every
 * mailbox, and its process holds 1.1 MB where IDLE's, which hears one mailbox only, holds 1.0.
 */
export class AccountWatcher {
  readonly #listeners = new Set<Listener>()
  readonly #account: MailAccount
  readonly #gone: () => void
  readonly #changes = new Map<string, MailboxEvent>()
  #ids = new Map<string, string>()
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

  /** @throws AppError `too-many-attempts` */
  add(listener: Listener): () => void {
    if (this.#listeners.size >= mostListeners) throw new AppError('too-many-attempts', 'too many open pages')
    clearTimeout(this.#linger)
    this.#listeners.add(listener)
    if (this.#connection !== null) listener({ type: 'ready' })
    else if (this.#down) listener({ type: 'down' })
    return () => this.#remove(listener)
  }

  #tell(event: LiveEvent) {
    for (const listener of this.#listeners) listener(event)
  }

  #remove(listener: Listener) {
    this.#listeners.delete(listener)
    if (this.#listeners.size > 0) return
    // A reload comes back within seconds: the connection waits for it.
    clearTimeout(this.#linger)
    this.#linger = setTimeout(() => this.#stop(), lingerMilliseconds).unref()
  }

  #stop() {
    this.#stopped = true
    clearInterval(this.#timer)
    this.#connection?.close()
    this.#gone()
  }

  async #connect() {
    try {
      await beginMailboxes(this.#account)
      const connection = await openConnection(imapTarget(this.#account))
      connection.once('close', () => this.#lost(connection))
      await this.#watch(connection)
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

  async #watch(connection: ImapConnection) {
    const mailboxes = (await nameMailboxes(connection)).filter(({ use }) => !isView({ role: use }))
    this.#ids = new Map(mailboxes.map((mailbox) => [mailbox.path, mailboxIdOf(mailbox)]))
    await watchMailboxes(connection, [...this.#ids.keys()], {
      onChange: (change) => this.#changed(change),
      onFolders: () => this.#foldersChanged(connection),
    })
  }

  /** The server may be gone without a word; asking finds out. */
  async #ask(connection: ImapConnection) {
    const timer = setTimeout(() => connection.close(), 10_000).unref()
    await connection.noop().catch(() => connection.close())
    clearTimeout(timer)
  }

  #lost(connection: ImapConnection) {
    if (this.#connection !== connection) return
    this.#connection = null
    clearInterval(this.#timer)
    this.#again()
  }

  /** With some chance in it: a restarted mail host must not meet all its accounts in one moment. */
  #again() {
    if (this.#stopped) return
    if (!this.#down) this.#tell({ type: 'down' })
    this.#down = true
    setTimeout(() => void this.#connect(), this.#retry * (0.5 + Math.random())).unref()
    this.#retry = Math.min(this.#retry * 2, lastRetry)
  }

  #changed({ path, arrived, total, unread }: MailboxChange) {
    const mailbox = this.#ids.get(path)
    if (mailbox === undefined) return
    if (this.#changes.size === 0) setTimeout(() => this.#tellChanges(), gatherMilliseconds)
    const before = this.#changes.get(mailbox)?.arrived ?? false
    this.#changes.set(mailbox, { mailbox, arrived: arrived || before, total, unread })
  }

  #tellChanges() {
    const changes = [...this.#changes.values()]
    this.#changes.clear()
    this.#tell({ type: 'mailboxes', changes })
  }

  /** Names the mailboxes anew. A new connection is simpler than to ask on one that may speak at any moment. */
  #foldersChanged(connection: ImapConnection) {
    if (this.#connection !== connection) return
    this.#connection = null
    clearInterval(this.#timer)
    connection.close()
    this.#tell({ type: 'folders' })
    void this.#connect()
  }
}
