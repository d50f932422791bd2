import type { MailAccount } from '@/lib/auth/signed-in'
import { activeAddresses, findMailAccount } from '@/lib/db/accounts'
import { dropAccount, dropForeignStates, removedAccounts } from '@/lib/db/word-index/accounts'
import { changedAddresses } from '@/lib/db/word-index/changes'
import { indexedMailboxes } from '@/lib/db/word-index/mailboxes'
import { log } from '@/lib/log'
import type { MailboxState } from '@/lib/mail/imap/account-state'
import { AccountQueue, type Line } from '@/worker/index/account-queue'
import { IndexConnections } from '@/worker/index/connections'
import { FileThread } from '@/worker/index/file-thread'
import { keepThreads, threadsDueIn } from '@/worker/index/keep-threads'
import { Listener } from '@/worker/index/listen'
import { LookAgain } from '@/worker/index/look-again'
import { syncAccount, type TurnLimit } from '@/worker/index/sync-account'
import { syncFiles } from '@/worker/index/sync-files'
import type { Role, RunningRole } from '@/worker/role'

/**
 * Turns at once: one goes on with what fills however much news there is, one is there for news whatever fills, and one does
 * both. On a slow machine the time ends a turn: who waits behind is not to wait longer there.
 */
type Lane = { lines: readonly Line[]; limit: TurnLimit }
const lanes: readonly Lane[] = [
  { lines: ['filling', 'news'], limit: { messages: 2_000, milliseconds: 2_000 } },
  { lines: ['news', 'filling'], limit: { messages: 2_000, milliseconds: 2_000 } },
  { lines: ['news'], limit: { messages: 300, milliseconds: 500 } },
]
/** Every account is compared with its server this often, in case its news were lost. */
const sweepMilliseconds = 30 * 60_000
/** News that the notification of was missed is found in the table this soon. */
const pollMilliseconds = 4_000
/** Conversations that mail came in between of, or that failed, are written down after this. */
const threadsRetry = 15_000
/** The first session of an account makes its mailboxes, which no other is to cross (docs/decisions/0031). */
const firstLook = 1_000
const firstRetry = 5_000
const lastRetry = 10 * 60_000

class Indexer implements RunningRole {
  readonly #queue = new AccountQueue()
  readonly #connections = new IndexConnections()
  readonly #files = new FileThread()
  readonly #failures = new Map<string, number>()
  /** When writing down the conversations of an account was last begun without success. */
  readonly #threadsTried = new Map<string, number>()
  readonly #lookAgain = new LookAgain((address) => this.#queue.addFilling(address))
  /** Accounts of which nothing is indexed yet, and when they are looked at first. */
  readonly #fresh = new Map<string, number>()
  readonly #lookFirst = new LookAgain((address) => this.#queue.addNews(address))
  #dropping: Promise<void> | null = null
  readonly #listener: Listener
  readonly #timers: NodeJS.Timeout[] = []
  readonly #lanes: Promise<void>[]
  #stopping = false
  #read = 0
  #busyMilliseconds = 0

  constructor() {
    this.#listener = new Listener({
      onReady: () => void this.#catchUp(),
      onChanged: (address) => this.#queue.addNews(address),
      onAccountRemoved: () => void this.#safely(() => this.#dropRemoved()),
      onLost: () => this.#connections.closeAll(),
    })
    this.#timers.push(setInterval(() => void this.#safely(() => this.#poll()), pollMilliseconds))
    this.#timers.push(setInterval(() => void this.#safely(() => this.#sweep()), sweepMilliseconds))
    this.#lanes = lanes.map((lane) => this.#work(lane))
  }

  state() {
    return {
      ok: true,
      keeping: this.#listener.holds,
      accountsBehind: this.#queue.waiting + this.#queue.running,
      failing: this.#failures.size,
      messagesRead: this.#read,
      messagesPerSecond: this.#busyMilliseconds === 0 ? 0 : Math.round((this.#read * 1000) / this.#busyMilliseconds),
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true
    for (const timer of this.#timers) clearInterval(timer)
    this.#queue.wakeAll()
    await Promise.all(this.#lanes)
    this.#connections.closeAll()
    await this.#files.stop()
    await this.#listener.stop()
  }

  async #catchUp() {
    await this.#safely(() => this.#poll())
    await this.#safely(() => this.#sweep())
  }

  /** One round at a time, or of many accounts removed at once each would go over all; who comes in between waits for the poll. */
  #dropRemoved(): Promise<void> {
    this.#dropping ??= this.#dropAll().finally(() => {
      this.#dropping = null
    })
    return this.#dropping
  }

  async #dropAll() {
    for (const accountId of await removedAccounts()) await dropAccount(accountId)
    await dropForeignStates()
  }

  async #poll() {
    if (!this.#listener.holds) return
    // A turn under way when its account was removed may have written after it was dropped.
    await this.#dropRemoved()
    for (const address of await changedAddresses()) if (!this.#failures.has(address)) this.#queue.addNews(address)
  }

  async #sweep() {
    if (!this.#listener.holds) return
    for (const address of await activeAddresses()) if (!this.#failures.has(address)) this.#queue.addFilling(address)
  }

  async #safely(work: () => Promise<void>) {
    try {
      await work()
    } catch (err) {
      log.warn({ err }, 'a part of the work on the index failed and is tried again later')
    }
  }

  /** One lane: turn after turn, until stopped. */
  async #work(lane: Lane) {
    while (!this.#stopping) {
      const address = this.#listener?.holds ? this.#queue.take(lane.lines) : null
      if (address === null) await this.#queue.changed(1_000)
      else this.#queue.done(address, await this.#turn(address, lane))
    }
  }

  async #turn(address: string, { lines, limit }: Lane): Promise<boolean> {
    const started = performance.now()
    try {
      const account = await findMailAccount(address)
      if (account === null || (await this.#isTooFresh(account))) return false
      const { read, more, states } = await this.#connections.lend(account, (connection) =>
        syncAccount(account, connection, limit),
      )
      this.#failures.delete(address)
      this.#read += read
      if (read >= 100) this.#busyMilliseconds += performance.now() - started
      // not only once all words are in: that takes minutes when much mail has come at once
      await this.#safely(() => this.#keepThreads(account, states, lines.includes('filling')))
      if (more) return true
      return await this.#connections.lend(account, (connection) => syncFiles(account, connection, this.#files))
    } catch (err) {
      this.#retryLater(address, err)
      return false
    }
  }

  async #isTooFresh({ accountId, address }: MailAccount): Promise<boolean> {
    const known = this.#fresh.get(address)
    if (known === undefined && (await indexedMailboxes(accountId)).length > 0) return false
    const wait = (known ?? Date.now() + firstLook) - Date.now()
    if (wait <= 0) this.#fresh.delete(address)
    else {
      this.#fresh.set(address, Date.now() + wait)
      this.#lookFirst.in(wait, address)
    }
    return wait > 0
  }

  /** Threading a large mailbox takes seconds: not in the lane that is there for news. */
  async #keepThreads(account: MailAccount, states: MailboxState[], now: boolean) {
    const { accountId, address } = account
    const rested = await threadsDueIn(accountId, states)
    if (rested === null) return
    const due = Math.max(rested, (this.#threadsTried.get(address) ?? 0) + threadsRetry - Date.now())
    if (due > 0 || !now) return this.#lookAgain.in(Math.max(due, 1_000), address)
    this.#threadsTried.set(address, Date.now())
    let kept = false
    try {
      kept = await this.#connections.lend(account, (connection) => keepThreads(account, connection, states))
    } finally {
      if (kept) this.#threadsTried.delete(address)
      else this.#lookAgain.in(threadsRetry, address)
    }
  }

  #retryLater(address: string, err: unknown) {
    const failures = (this.#failures.get(address) ?? 0) + 1
    this.#failures.set(address, failures)
    const wait = Math.min(firstRetry * 2 ** (failures - 1), lastRetry)
    log.warn({ err, address, failures, wait }, 'an account could not be brought into the index')
    this.#lookAgain.in(wait, address)
  }
}

/** Keeps the index of words: fills it, follows what happens in every mailbox, mends what was missed. */
export const indexRole: Role = { name: 'index', start: async () => new Indexer() }
