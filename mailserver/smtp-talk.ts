import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** A bare SMTP client for tests that must say what no library would say. */
export class SmtpTalk {
  private buffered = ''
  private constructor(private readonly socket: Socket) {
    socket.setEncoding('latin1')
  }

  /** Connects (`from` this address of the machine), reads the greeting and says EHLO. */
  static async open(host: string, port = 25, from?: string): Promise<SmtpTalk> {
    const socket = connect({ host, port, localAddress: from })
    await once(socket, 'connect')
    const talk = new SmtpTalk(socket)
    await talk.reply()
    await talk.say('EHLO tester.example.net')
    return talk
  }

  /** The delivery agent, at its socket (LMTP, RFC 2033). */
  static async lmtp(path: string): Promise<SmtpTalk> {
    const socket = connect(path)
    await once(socket, 'connect')
    const talk = new SmtpTalk(socket)
    await talk.reply()
    await talk.say('LHLO tester.example.net')
    return talk
  }

  /** The next reply, all its lines (RFC 5321 section 4.2.1). */
  async reply(): Promise<string> {
    for (;;) {
      const match = /^(?:\d{3}-[^\n]*\n)*\d{3}(?: [^\n]*)?\n/.exec(this.buffered)
      if (match) {
        this.buffered = this.buffered.slice(match[0].length)
        return match[0].trim()
      }
      const [chunk] = (await once(this.socket, 'data')) as [string]
      this.buffered += chunk
    }
  }

  async say(line: string): Promise<string> {
    this.socket.write(`${line}\r\n`)
    return this.reply()
  }

  /** Sends bytes as they are, without waiting for an answer. */
  write(bytes: string): void {
    this.socket.write(bytes, 'latin1')
  }

  close(): void {
    this.socket.destroy()
  }
}
