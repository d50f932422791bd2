import { createServer, type Server, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

/** Replies for one recipient, in the order of its tries; the last one is for all further ones. */
export type Script = { to: string; rcpt?: string[]; data?: string[] }

const reply = (replies: string[] | undefined, tries: number, otherwise: string) =>
  replies?.[Math.min(tries, replies.length - 1)] ?? otherwise

/** A mail server that says what a test tells it to: greylisting, strange words, a 250 of somebody else's. */
export class ScriptedSmtp {
  readonly #scripts = new Map<string, Script & { tries: number }>()
  readonly #server: Server = createServer((socket) => this.#talk(socket))

  /** @param address loopback address, port 25 */
  listen(address: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(25, address, resolve)
    })
  }

  play(script: Script): void {
    this.#scripts.set(script.to.toLowerCase(), { ...script, tries: 0 })
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()))
  }

  #talk(socket: Socket) {
    let script: (Script & { tries: number }) | undefined
    let inData = false
    const say = (line: string) => socket.write(`${line}\r\n`)
    socket.on('error', () => undefined)
    say('220 odd.redemailserver.com ESMTP')
    const lines = createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY })
    // It hears of the socket's errors too: a server that asks and hangs up.
    lines.on('error', () => undefined)
    lines.on('line', (line) => {
      if (inData) {
        if (line !== '.') return
        inData = false
        say(reply(script?.data, (script?.tries ?? 1) - 1, '250 2.0.0 Ok: queued as ODD123456'))
        return
      }
      const verb = line.slice(0, 4).toUpperCase()
      if (verb === 'RCPT') {
        script = this.#scripts.get(/<(.*)>/.exec(line)?.[1]?.toLowerCase() ?? '')
        say(reply(script?.rcpt, script?.tries ?? 0, '250 2.1.5 Ok'))
        if (script) script.tries += 1
      } else if (verb === 'DATA') {
        inData = true
        say('354 Go on')
      } else if (verb === 'QUIT') {
        say('221 Bye')
        socket.end()
      } else say(verb === 'EHLO' ? '250 odd.redemailserver.com' : '250 2.0.0 Ok')
    })
  }
}
