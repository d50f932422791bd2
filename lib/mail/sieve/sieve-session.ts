import { connect as connectSocket, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { MailError } from '@/lib/mail/errors'

/** A word of an answer: `atom` as it stands, `string` decoded. */
type Word = { kind: 'atom' | 'string'; text: string }
export type SieveAnswer = { lines: Word[][]; words: string }

const longestAnswer = 4 * 1024 * 1024
const answerMs = 15_000

/** A NO to these is about what the person wrote, to all others about the server. */
const aboutScripts = new Set(['PUTSCRIPT', 'SETACTIVE'])

const unavailable = (message: string, cause?: unknown) => new MailError('sieve-unavailable', message, { cause })

/** A command's argument: a string of whatever bytes, as a literal that waits for nothing (RFC 5804 section 4). */
export const literal = (text: string): string => `{${Buffer.byteLength(text)}+}\r\n${text}`

/** One conversation with a ManageSieve server (RFC 5804). Closed by `close()` whatever happened. */
export class SieveSession {
  #socket: Socket
  #received = Buffer.alloc(0)
  #wake: (() => void) | null = null
  #failure: Error | null = null

  private constructor(socket: Socket) {
    this.#socket = socket
    this.#listen(socket)
  }

  /** @throws MailError `sieve-unavailable` */
  static async connect(address: string, port: number): Promise<SieveSession> {
    const session = new SieveSession(connectSocket({ host: address, port }))
    try {
      await session.#answer('')
    } catch (error) {
      session.close()
      throw error
    }
    return session
  }

  /** STARTTLS; what came in plain before is thrown away, and the server greets again. */
  async startTls(servername: string, ca: string | null): Promise<void> {
    await this.command('STARTTLS')
    if (this.#received.length > 0) throw unavailable('data before TLS')
    const plain = this.#socket
    plain.removeAllListeners()
    this.#socket = connectTls({ socket: plain, servername, ...(ca === null ? {} : { ca }) })
    this.#listen(this.#socket)
    await this.#answer('')
  }

  /**
   * Sends a command, arguments made by `literal`, and waits for its answer.
   * @throws MailError `sieve-refused` with the server's words when it says NO to a script; `sieve-unavailable`
   */
  async command(line: string): Promise<SieveAnswer> {
    this.#socket.write(`${line}\r\n`)
    return this.#answer(line.split(' ', 1)[0] ?? '')
  }

  close(): void {
    this.#socket.destroy()
  }

  async #answer(verb: string): Promise<SieveAnswer> {
    const deadline = Date.now() + answerMs
    const lines: Word[][] = []
    for (;;) {
      const line = await this.#line(deadline)
      const [first] = line
      const verdict = first?.kind === 'atom' ? first.text.toUpperCase() : ''
      const words = line.findLast(({ kind }) => kind === 'string')?.text ?? ''
      if (verdict === 'OK') return { lines, words }
      if (verdict === 'NO' || verdict === 'BYE') {
        const code = verdict === 'NO' && aboutScripts.has(verb) ? 'sieve-refused' : 'sieve-unavailable'
        throw new MailError(code, `the server said ${verdict}`, { detail: words.slice(0, 2000) })
      }
      lines.push(line)
    }
  }

  /** One line with the literals in it. */
  async #line(deadline: number): Promise<Word[]> {
    const words: Word[] = []
    for (;;) {
      const end = await this.#until(() => this.#received.indexOf('\r\n'), deadline)
      const text = this.#take(end + 2)
        .toString()
        .slice(0, -2)
      const length = /\{(\d{1,9})\+?\}$/.exec(text)
      words.push(...wordsOf(length ? text.slice(0, length.index) : text))
      if (!length) return words
      const bytes = Number(length[1])
      if (bytes > longestAnswer) throw unavailable('the answer is too long')
      await this.#until(() => (this.#received.length >= bytes ? bytes : -1), deadline)
      words.push({ kind: 'string', text: this.#take(bytes).toString() })
    }
  }

  #take(bytes: number): Buffer {
    const taken = this.#received.subarray(0, bytes)
    this.#received = this.#received.subarray(bytes)
    return taken
  }

  async #until(found: () => number, deadline: number): Promise<number> {
    for (;;) {
      const at = found()
      if (at >= 0) return at
      if (this.#failure) throw unavailable('the connection broke', this.#failure)
      if (this.#received.length > longestAnswer) throw unavailable('the answer is too long')
      const left = deadline - Date.now()
      if (left <= 0) throw unavailable('the server does not answer')
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left)
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }

  #listen(socket: Socket) {
    const wake = () => this.#wake?.()
    socket.on('data', (bytes: Buffer) => {
      this.#received = Buffer.concat([this.#received, bytes])
      wake()
    })
    socket.on('error', (error) => {
      this.#failure = error
      wake()
    })
    socket.on('close', () => {
      this.#failure ??= new Error('closed by the server')
      wake()
    })
  }
}

function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const [, quoted, atom] of text.matchAll(/"((?:[^"\\]|\\.)*)"|([^\s"]+)/g)) {
    if (quoted !== undefined) words.push({ kind: 'string', text: quoted.replace(/\\(.)/g, '$1') })
    else if (atom !== undefined) words.push({ kind: 'atom', text: atom })
  }
  return words
}
