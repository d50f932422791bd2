import type { MailAccount } from '@/lib/auth/signed-in'
import { type ImapConnection, openConnection } from '@/lib/mail/imap/connection'
import { imapTarget } from '@/lib/service/with-mailbox'

const idleMilliseconds = 15_000
const idleLimit = 32

type Idle = { connection: ImapConnection; timer: NodeJS.Timeout }

/**
 * Connections of the index, one an account at a time. A few stay open for some seconds after their turn: mail comes in
 * bursts, and a sign-in costs more than a look. Apart from the web's pool, because thousands of accounts pass through.
 */
export class IndexConnections {
  readonly #idle = new Map<string, Idle>()

  /** Lends a connection of the account. One that failed is not kept. @throws MailError and what `work` throws */
  async lend<T>(account: MailAccount, work: (connection: ImapConnection) => Promise<T>): Promise<T> {
    const connection = this.#take(account.address) ?? (await openConnection(imapTarget(account)))
    try {
      const result = await work(connection)
      // STATUS of a selected mailbox would tell what the connection has seen, not what is there
      if (connection.mailbox !== false) await connection.mailboxClose()
      this.#keep(account.address, connection)
      return result
    } catch (error) {
      connection.close()
      throw error
    }
  }

  closeAll(): void {
    for (const address of this.#idle.keys()) this.#drop(address)
  }

  #take(address: string): ImapConnection | null {
    const idle = this.#idle.get(address)
    if (idle === undefined) return null
    clearTimeout(idle.timer)
    this.#idle.delete(address)
    return idle.connection.usable ? idle.connection : null
  }

  #keep(address: string, connection: ImapConnection) {
    if (!connection.usable) return
    const timer = setTimeout(() => this.#drop(address), idleMilliseconds).unref()
    this.#idle.set(address, { connection, timer })
    const [oldest] = this.#idle.keys()
    if (this.#idle.size > idleLimit && oldest !== undefined) this.#drop(oldest)
  }

  #drop(address: string) {
    const connection = this.#take(address)
    connection?.logout().catch(() => connection.close())
  }
}
