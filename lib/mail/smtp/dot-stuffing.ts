import { Transform, type TransformCallback } from 'node:stream'

const CR = 0x0d
const LF = 0x0a
const dot = 0x2e

/**
 * Makes bytes fit for DATA (RFC 5321 section 4.5.2): a dot at the start of a line is doubled, every line ends in CRLF
 * (a lone CR or LF becomes one, so that no reading of them can end the message early), and `CRLF . CRLF` closes it.
 * `beforeEnd` is asked first: when it rejects, the message is not closed and the server throws away what it has.
 */
export class DotStuffing extends Transform {
  #lineStart = true
  #lastWasCr = false
  readonly #beforeEnd: () => Promise<void>

  constructor(beforeEnd: () => Promise<void> = async () => undefined) {
    super()
    this.#beforeEnd = beforeEnd
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback) {
    const out = Buffer.allocUnsafe(chunk.length * 2 + 1)
    let length = 0
    const put = (byte: number) => {
      out[length] = byte
      length += 1
    }
    for (const byte of chunk) {
      if (this.#lastWasCr && byte !== LF) this.#endLine(put)
      else if (!this.#lastWasCr && byte === LF) put(CR)
      this.#lastWasCr = byte === CR
      if (this.#lineStart && byte === dot) put(dot)
      put(byte)
      this.#lineStart = byte === LF
    }
    done(null, out.subarray(0, length))
  }

  override _flush(done: TransformCallback) {
    this.#beforeEnd().then(
      () => {
        if (this.#lastWasCr) this.push('\n')
        else if (!this.#lineStart) this.push('\r\n')
        this.push('.\r\n')
        done()
      },
      (error: Error) => done(error),
    )
  }

  #endLine(put: (byte: number) => void) {
    put(LF)
    this.#lineStart = true
  }
}
