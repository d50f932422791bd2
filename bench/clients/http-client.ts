import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

type Options = { method?: string; headers?: Record<string, string>; body?: string }
export type HttpAnswer = { status: number; headers: IncomingHttpHeaders; wall: number; bytes: number; text: string }

function decode(body: Buffer, encoding: string | undefined): string {
  if (encoding === 'gzip') return gunzipSync(body).toString()
  if (encoding === 'br') return brotliDecompressSync(body).toString()
  return body.toString()
}

/** An HTTP client as a browser is one: one kept connection, cookies, compressed answers. No redirect is followed. */
export class HttpClient {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 })
  readonly #cookies = new Map<string, string>()

  constructor(readonly base: string) {}

  setCookie(name: string, value: string): void {
    this.#cookies.set(name, value)
  }

  close(): void {
    this.#agent.destroy()
  }

  /** `wall` runs from the request to the last byte; `bytes` is the body as it travelled. */
  ask(path: string, { method = 'GET', headers = {}, body }: Options = {}): Promise<HttpAnswer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const length: Record<string, string> = body === undefined ? {} : { 'content-length': `${Buffer.byteLength(body)}` }
    const all = { 'accept-encoding': 'gzip', cookie, ...length, ...headers }
    return new Promise((resolve, reject) => {
      const started = performance.now()
      const sent = request(this.base + path, { method, headers: all, agent: this.#agent }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          const wall = performance.now() - started
          this.#remember(response.headers['set-cookie'] ?? [])
          const whole = Buffer.concat(chunks)
          const text = decode(whole, response.headers['content-encoding'])
          resolve({ status: response.statusCode ?? 0, headers: response.headers, wall, bytes: whole.length, text })
        })
      })
      sent.on('error', reject)
      sent.end(body)
    })
  }

  #remember(lines: string[]) {
    for (const line of lines) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (name === undefined || value === undefined) continue
      if (value === '' || value === '-del-') this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
  }
}
