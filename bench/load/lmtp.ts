import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { blue } from '@/scripts/world/addresses'
import { data } from '@/scripts/world/paths'

/** Hands mail to the delivery agent as Postfix does (LMTP, RFC 2033), one connection. */
export class Deliverer {
  readonly #socket: Socket

  private constructor(socket: Socket) {
    this.#socket = socket.setEncoding('latin1')
  }

  static async open(): Promise<Deliverer> {
    const socket = connect(join(data, blue.id, 'spool', 'private', 'dovecot-lmtp'))
    const deliverer = new Deliverer(socket)
    await deliverer.#answer()
    await deliverer.#say('LHLO bench')
    return deliverer
  }

  close(): void {
    this.#socket.destroy()
  }

  async #answer(): Promise<void> {
    let text = ''
    while (!/^\d{3} .*\r\n$/m.test(text)) text += ((await once(this.#socket, 'data')) as [string])[0]
    if (!/^[23]/m.test(text)) throw new Error(`The delivery agent answered ${text.trim()}`)
  }

  async #say(line: string): Promise<void> {
    this.#socket.write(`${line}\r\n`)
    await this.#answer()
  }

  /** Delivers a small message; resolves when the delivery agent has said that it stands in the mailbox. */
  async deliver(to: string, id: string): Promise<void> {
    const head = `From: Bench <bench@example.com>\r\nTo: <${to}>\r\nSubject: New mail ${id}\r\nMessage-ID: <${id}@example.com>`
    await this.#say('MAIL FROM:<bench@example.com>')
    await this.#say(`RCPT TO:<${to}>`)
    await this.#say('DATA')
    await this.#say(`${head}\r\nDate: ${new Date().toUTCString()}\r\n\r\nHere is news.\r\n.`)
  }
}
