import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { Sample } from '@/bench/measure'

/** The tagged line at the end of everything read so far, undefined while the answer goes on. */
export function taggedEnd(text: string, tag: string): string | undefined {
  if (!text.endsWith('\r\n')) return undefined
  const line = text.slice(text.lastIndexOf('\n', text.length - 3) + 1)
  return line.startsWith(`${tag} `) ? line : undefined
}

/** IMAP with nothing around it: what the same work costs when nobody reads the answer. The floor of every figure. */
export class ImapWire {
  readonly #socket: Socket
  #tag = 0

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.setEncoding('latin1').setNoDelay()
  }

  /** Signs in with a password on the plain port, which the mail host allows on loopback. */
  static async open(host: string, address: string, password: string): Promise<ImapWire> {
    const socket = connect({ host, port: 143 })
    await once(socket, 'data')
    const wire = new ImapWire(socket)
    await wire.command(`LOGIN "${address}" "${password}"`)
    return wire
  }

  close(): void {
    this.#socket.destroy()
  }

  /** Sends one command and gives everything answered. Throws with the server's words when it is not OK. */
  async command(line: string): Promise<string> {
    const tag = `bench${++this.#tag}`
    this.#socket.write(`${tag} ${line}\r\n`)
    const chunks: string[] = []
    for (;;) {
      const [chunk] = (await once(this.#socket, 'data')) as [string]
      chunks.push(chunk)
      const end = taggedEnd(chunks.slice(-2).join(''), tag)
      if (end === undefined) continue
      if (!end.startsWith(`${tag} OK`)) throw new Error(`${line.slice(0, 60)}: the mail host answered ${end.trim()}`)
      return chunks.join('')
    }
  }

  /** The commands one after the other, timed as one piece of work. */
  async timed(...lines: string[]): Promise<Sample> {
    const started = performance.now()
    let bytes = 0
    for (const line of lines) bytes += (await this.command(line)).length
    const wall = performance.now() - started
    return { server: wall, wall, bytes, requests: lines.length }
  }

  /** How many messages a mailbox has. Selects it. */
  async select(mailbox: string): Promise<number> {
    const answer = await this.command(`SELECT "${mailbox}"`)
    return Number(/^\* (\d+) EXISTS/m.exec(answer)?.[1] ?? 0)
  }

  /** UIDs of the selected mailbox that match, oldest first. */
  async search(criteria: string): Promise<number[]> {
    const answer = await this.command(`UID SEARCH ${criteria}`)
    return (/^\* SEARCH(.*)$/m.exec(answer)?.[1] ?? '').trim().split(/\s+/).filter(Boolean).map(Number)
  }
}
