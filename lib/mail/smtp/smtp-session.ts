import { connect as connectSocket, type Socket } from 'node:net'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { connect as connectTls } from 'node:tls'
import { MailError } from '@/lib/mail/errors'
import { DotStuffing } from '@/lib/mail/smtp/dot-stuffing'

/** `text` is the server's words, its lines joined by a space, without the codes. */
export type SmtpReply = { code: number; text: string }

const longestReply = 64 * 1024
const replyMs = 15_000
/** RFC 5321 section 4.5.3.2.6: the server may take its time over the end of data; milters do. */
const endOfDataMs = 120_000

/** One conversation with an SMTP server, command by command (RFC 5321). Closed by `close()` whatever happened. */
export class SmtpSession {
  #socket: Socket
  #buffer = ''
  #lines: string[] = []
  #wake: (() => void) | null = null
  #failure: Error | null = null

  private constructor(socket: Socket) {
    this.#socket = socket
    this.#listen(socket)
  }

  /** @throws MailError `submission-unavailable` */
  static async connect(address: string, port: number): Promise<SmtpSession> {
    const session = new SmtpSession(connectSocket({ host: address, port }))
    await session.expect(await session.reply(replyMs), 220)
    return session
  }

  /** Sends a line and waits for the reply to it. `line` must hold no line end: it would be a second command. */
  async command(line: string): Promise<SmtpReply> {
    if (/[\r\n\0]/.test(line)) throw new MailError('submission-refused', 'a line end inside an SMTP command')
    this.#socket.write(`${line}\r\n`)
    return this.reply(replyMs)
  }

  /** What this end calls itself in EHLO: its address (RFC 5321 section 4.1.3). */
  get name(): string {
    const { localAddress = '127.0.0.1' } = this.#socket
    return localAddress.includes(':') ? `[IPv6:${localAddress}]` : `[${localAddress}]`
  }

  /** STARTTLS (RFC 3207). What came in plain before is thrown away with it. */
  async startTls(servername: string, ca: string | null): Promise<void> {
    this.expect(await this.command('STARTTLS'), 220)
    if (this.#buffer !== '' || this.#lines.length > 0) throw new MailError('submission-unavailable', 'data before TLS')
    const plain = this.#socket
    plain.removeAllListeners()
    const secure = connectTls({ socket: plain, servername, ...(ca === null ? {} : { ca }) })
    this.#socket = secure
    this.#listen(secure)
    await new Promise<void>((resolve, reject) => {
      secure.once('secureConnect', resolve)
      secure.once('error', (cause) => reject(unavailable('TLS failed', cause)))
    })
  }

  /**
   * Sends the bytes after DATA's 354 and waits for the verdict. `beforeEnd` is asked once they are through, before the line
   * that makes them a message.
   * @throws MailError `submission-unknown` when the connection breaks after that line may have gone
   */
  async data(content: Readable, beforeEnd: () => Promise<void>): Promise<SmtpReply> {
    let ending = false
    const end = async () => {
      await beforeEnd()
      ending = true
    }
    try {
      await pipeline(content, new DotStuffing(end), this.#socket, { end: false })
      return await this.reply(endOfDataMs)
    } catch (cause) {
      if (ending) throw new MailError('submission-unknown', 'the connection broke before the verdict', { cause })
      throw unavailable('the message did not go through', cause)
    }
  }

  /** @throws MailError `submission-unavailable` for a temporary refusal, `submission-refused` for a lasting one */
  expect(reply: SmtpReply, code: number): void {
    if (reply.code === code) return
    const kind = reply.code >= 400 && reply.code < 500 ? 'submission-unavailable' : 'submission-refused'
    throw new MailError(kind, `expected ${code}, got ${reply.code}`, { detail: wordsOf(reply) })
  }

  close(): void {
    this.#socket.end()
    this.#socket.destroySoon()
  }

  async reply(timeoutMs: number): Promise<SmtpReply> {
    const words: string[] = []
    const deadline = Date.now() + timeoutMs
    for (;;) {
      const line = await this.#line(deadline)
      const parts = /^(\d{3})([ -]?)(.*)$/.exec(line)
      if (!parts) throw unavailable('no SMTP reply')
      words.push(parts[3] ?? '')
      if (parts[2] !== '-') return { code: Number(parts[1]), text: words.join(' ') }
    }
  }

  #listen(socket: Socket) {
    socket.setEncoding('utf8')
    socket.setNoDelay(true)
    socket.on('data', (chunk: string) => this.#take(chunk))
    socket.on('error', (cause) => this.#fail(unavailable('the connection broke', cause)))
    socket.on('close', () => this.#fail(unavailable('the server hung up')))
  }

  #take(chunk: string) {
    const lines = (this.#buffer + chunk).split(/\r?\n/)
    this.#buffer = lines.pop() ?? ''
    this.#lines.push(...lines)
    if (this.#buffer.length > longestReply || this.#lines.length > 1000) this.#socket.destroy()
    this.#wake?.()
  }

  #fail(error: Error) {
    this.#failure ??= error
    this.#wake?.()
  }

  async #line(deadline: number): Promise<string> {
    for (;;) {
      const line = this.#lines.shift()
      if (line !== undefined) return line
      if (this.#failure) throw this.#failure
      const left = deadline - Date.now()
      if (left <= 0) throw unavailable('no reply in time')
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left)
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }
}

/** A reply as the server said it: code and words. */
export const wordsOf = (reply: SmtpReply): string => `${reply.code} ${reply.text}`.slice(0, 500)

const unavailable = (message: string, cause?: unknown) => new MailError('submission-unavailable', message, { cause })
