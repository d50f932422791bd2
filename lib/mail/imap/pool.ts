import { MailError } from '@/lib/mail/errors'
import { readAccountState } from '@/lib/mail/imap/account-state'
import { type ImapConnection, type ImapTarget, openConnection, withDeadline } from '@/lib/mail/imap/connection'
import { isVirtual } from '@/lib/mail/imap/virtual-path'

type Member = { connection: ImapConnection; busy: boolean; freeSince: number; closing?: boolean }

/** A view of 100,000 messages takes 35 ms to select again, one of some hundred less than a new connection by far. */
const largeView = 2_000
/** Messages of the view that the connection has selected; 0 when it has none. */
const viewSize = ({ connection: { mailbox } }: Member) =>
  mailbox !== false && isVirtual(mailbox.path) ? mailbox.exists : 0

type Open = (target: ImapTarget) => Promise<ImapConnection>
/** `begin`: what the first connection of an address does before any other is opened. */
type Options = { open?: Open; begin?: (connection: ImapConnection) => Promise<unknown>; idleLimit?: number }
type Waiter = { give: (member: Member) => void; fail: (error: Error) => void }
type Account = {
  members: Set<Member>
  opening: number
  waiters: Waiter[]
  closed: boolean
  first: Promise<Member> | null
}

const perAccount = 4
const idleMilliseconds = 120_000
const waitMilliseconds = 20_000
const beginMilliseconds = 15_000
/** Idle connections of all accounts together: each is a process of the mail host, of 1.2 MB with a small mailbox. */
const defaultIdleLimit = 1_000

/** Open connections by address. A loan is exclusive; the mailbox selected last stays selected for the next loan. */
export class ConnectionPool {
  readonly #accounts = new Map<string, Account>()
  /** Free members, the one that is free for longest first. */
  readonly #idle = new Map<Member, Account>()
  /** Addresses whose mailboxes are made. */
  readonly #begun = new Set<string>()
  readonly #open: Open
  readonly #begin: (connection: ImapConnection) => Promise<unknown>
  readonly #idleLimit: number

  constructor({ open = openConnection, begin = readAccountState, idleLimit = defaultIdleLimit }: Options = {}) {
    this.#open = open
    this.#begin = begin
    this.#idleLimit = idleLimit
    setInterval(() => this.#sweep(Date.now()), 15_000).unref()
  }

  /** Lends a connection to `use`, preferring one that has `path` selected. It is taken back whatever happens. */
  async lend<T>(target: ImapTarget, path: string | null, use: (connection: ImapConnection) => Promise<T>): Promise<T> {
    const account = this.#account(target.address)
    const member = await this.#borrow(account, target, path)
    try {
      return await use(member.connection)
    } finally {
      this.#giveBack(account, member)
    }
  }

  /** Waits until a connection of this pool has made the mailboxes of the address, opening the first if there was none. */
  async begin(target: ImapTarget): Promise<void> {
    if (!this.#begun.has(target.address)) await this.lend(target, null, async () => {})
  }

  /** Closes every connection of the address at once; loans under way fail. */
  close(address: string): void {
    const account = this.#accounts.get(address)
    if (account === undefined) return
    this.#accounts.delete(address)
    account.closed = true
    for (const member of account.members) this.#forget(account, member).close()
    for (const waiter of account.waiters) waiter.fail(new MailError('imap-unavailable', 'closed while waiting'))
    account.waiters = []
  }

  /** Closes the address's connections that have the mailbox at `path` selected, those on loan when they come back. */
  forget(address: string, path: string): void {
    for (const member of this.#accounts.get(address)?.members ?? []) {
      const { mailbox } = member.connection
      if (mailbox === false || mailbox.path !== path) continue
      if (member.busy) member.closing = true
      else member.connection.close()
    }
  }

  #account(address: string): Account {
    const known = this.#accounts.get(address)
    if (known !== undefined) return known
    const fresh: Account = { members: new Set(), opening: 0, waiters: [], closed: false, first: null }
    this.#accounts.set(address, fresh)
    return fresh
  }

  async #borrow(account: Account, target: ImapTarget, path: string | null): Promise<Member> {
    if (!this.#begun.has(target.address)) {
      if (account.first === null) return this.#addFirst(account, target)
      await account.first
    }
    const member = this.#free(account, path)
    if (member !== null) {
      member.busy = true
      this.#idle.delete(member)
      return member
    }
    if (account.members.size + account.opening < perAccount) return this.#add(account, target)
    return this.#wait(account)
  }

  #free(account: Account, path: string | null): Member | null {
    let best: Member | null = null
    for (const member of account.members) {
      if (!member.connection.usable) this.#forget(account, member)
      else if (!member.busy) {
        const { mailbox } = member.connection
        if (path !== null && mailbox !== false && mailbox.path === path) return member
        if (best === null || viewSize(member) < viewSize(best)) best = member
      }
    }
    // Beside a large view another mailbox gets a connection of its own: selecting back and forth costs more.
    const roomLeft = account.members.size + account.opening < 2
    return path !== null && roomLeft && best !== null && viewSize(best) > largeView ? null : best
  }

  async #addFirst(account: Account, target: ImapTarget): Promise<Member> {
    account.first = this.#add(account, target, (first) => this.#openFirst(first))
    try {
      const member = await account.first
      this.#begun.add(target.address)
      return member
    } finally {
      account.first = null
    }
  }

  /**
   * Asking where the mailboxes stand makes those that every account has. Dovecot ends a session that asks while another
   * makes them (docs/decisions/0031); that other may be of another process, so it is asked once more.
   */
  async #openFirst(target: ImapTarget, again = true): Promise<ImapConnection> {
    const connection = await this.#open(target)
    try {
      await withDeadline(connection, beginMilliseconds, this.#begin(connection))
      return connection
    } catch (error) {
      connection.close()
      if (again && error instanceof MailError && error.code === 'imap-unavailable')
        return this.#openFirst(target, false)
      throw error
    }
  }

  async #add(account: Account, target: ImapTarget, open = this.#open): Promise<Member> {
    account.opening += 1
    try {
      const connection = await open(target)
      const member: Member = { connection, busy: true, freeSince: 0 }
      account.members.add(member)
      connection.once('close', () => this.#forget(account, member))
      if (account.closed) {
        connection.close()
        throw new MailError('imap-unavailable', 'closed while opening')
      }
      return member
    } catch (error) {
      this.#failWaiters(account, error)
      throw error
    } finally {
      account.opening -= 1
    }
  }

  #failWaiters(account: Account, error: unknown) {
    if (account.members.size > 0 || !(error instanceof Error)) return
    for (const waiter of account.waiters.splice(0)) waiter.fail(error)
  }

  #wait(account: Account): Promise<Member> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        account.waiters = account.waiters.filter((other) => other !== waiter)
        reject(new MailError('imap-timeout', 'every connection of the account stayed busy'))
      }, waitMilliseconds)
      const settle =
        <A>(then: (value: A) => void) =>
        (value: A) => {
          clearTimeout(timer)
          then(value)
        }
      const waiter: Waiter = { give: settle(resolve), fail: settle(reject) }
      account.waiters.push(waiter)
    })
  }

  #giveBack(account: Account, member: Member) {
    if (member.closing || !member.connection.usable) {
      this.#forget(account, member).close()
      this.#failWaiters(account, new MailError('imap-unavailable', 'the connection was lost'))
      return
    }
    const next = account.waiters.shift()
    if (next !== undefined) next.give(member)
    else {
      member.busy = false
      member.freeSince = Date.now()
      this.#idle.set(member, account)
      for (const [oldest, owner] of this.#idle) {
        if (this.#idle.size <= this.#idleLimit) break
        this.#retire(owner, oldest)
      }
    }
  }

  #forget(account: Account, member: Member): ImapConnection {
    account.members.delete(member)
    this.#idle.delete(member)
    return member.connection
  }

  /** Ends a free connection in good order. */
  #retire(account: Account, member: Member) {
    const connection = this.#forget(account, member)
    connection.logout().catch(() => connection.close())
  }

  #sweep(now: number) {
    for (const [address, account] of this.#accounts) {
      for (const member of account.members) {
        if (member.busy || now - member.freeSince < idleMilliseconds) continue
        this.#retire(account, member)
      }
      if (account.members.size + account.opening + account.waiters.length === 0) this.#accounts.delete(address)
    }
  }
}
