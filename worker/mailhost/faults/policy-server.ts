import { createServer, type Server, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { FaultName } from '@/lib/contract/faults'
import { log } from '@/lib/log'

/** How long a slow server thinks about each recipient, and a greylisting one wants to be waited for. */
const slowMs = 8_000
const greyMs = 6_000

const longestRequest = 16 * 1024
const mostTriplets = 10_000

/**
 * Answers red's Postfix at each recipient (SMTP access policy delegation, SMTPD_POLICY_README): as a server would that
 * is slow, greylists, is busy or refuses. Without a fault it says DUNNO: no opinion.
 */
export class FaultPolicy {
  #active: ReadonlySet<FaultName> = new Set()
  readonly #seen = new Map<string, number>()
  readonly #sockets = new Set<Socket>()
  #server: Server | null = null

  /** Which faults are on. Greylisting switched on or off forgets whom it saw, or it would stop nobody twice. */
  set active(faults: ReadonlySet<FaultName>) {
    if (faults.has('greylisting') !== this.#active.has('greylisting')) this.#seen.clear()
    this.#active = faults
  }

  /** @throws what `listen` says when the address is not free */
  async start({ host, port }: { host: string; port: number }): Promise<void> {
    const server = createServer((socket) => this.#serve(socket))
    this.#server = server
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, host, resolve)
    })
  }

  stop(): void {
    this.#server?.close()
    for (const socket of this.#sockets) socket.destroy()
  }

  #serve(socket: Socket) {
    this.#sockets.add(socket)
    socket.on('close', () => this.#sockets.delete(socket))
    socket.on('error', (err) => log.debug({ err }, 'a policy connection ended'))
    let text = ''
    let turn = Promise.resolve()
    socket.setEncoding('latin1')
    socket.on('data', (piece: string) => {
      text += piece
      if (text.length > longestRequest) socket.destroy()
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const request = readRequest(text.slice(0, end))
        text = text.slice(end + 2)
        turn = turn.then(async () => {
          const action = await this.#decide(request)
          if (!socket.destroyed) socket.write(`action=${action}\n\n`)
        })
      }
    })
  }

  async #decide(request: Map<string, string>): Promise<string> {
    if (this.#active.has('refused')) return '550 5.7.1 This server refuses all mail: a fault of the demo'
    if (this.#active.has('refused-for-now'))
      return '451 4.3.2 This server is busy, try again later: a fault of the demo'
    if (this.#active.has('greylisting') && !this.#waited(request)) {
      return `450 4.2.0 Greylisted, try again in ${greyMs / 1000} seconds: a fault of the demo`
    }
    if (this.#active.has('slow')) await pause(slowMs)
    return 'DUNNO'
  }

  /** Whether this client, sender and recipient were seen long enough ago (RFC 6647). */
  #waited(request: Map<string, string>): boolean {
    const triplet = ['client_address', 'sender', 'recipient'].map((name) => request.get(name) ?? '').join('\n')
    const first = this.#seen.get(triplet) ?? Date.now()
    if (this.#seen.size >= mostTriplets) this.#seen.clear()
    this.#seen.set(triplet, first)
    return Date.now() - first >= greyMs
  }
}

const readRequest = (text: string): Map<string, string> =>
  new Map(
    text.split('\n').map((line) => {
      const at = line.indexOf('=')
      return [line.slice(0, at), line.slice(at + 1)]
    }),
  )
