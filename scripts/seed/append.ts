import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect, type TLSSocket } from 'node:tls'
import { env } from '@/lib/env'
import type { SeedMessage } from '@/scripts/seed/message'

/** Where and as whom messages are stored. `token` is the mail token of the address (XOAUTH2). */
export type AppendTarget = { host: string; serverName: string; address: string; token: string; mailbox: string }

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** IMAP date-time (RFC 9051 section 9): `"17-Jul-1996 02:44:25 +0000"`. */
function imapDate(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${two(date.getUTCDate())}-${months[date.getUTCMonth()]}-${date.getUTCFullYear()}`
  return `"${day} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} +0000"`
}

/** A bare IMAP line reader: this script stores tens of thousands of messages in one command each hundred. */
class Wire {
  private buffered = ''
  private tag = 0

  constructor(private readonly socket: TLSSocket) {
    socket.setEncoding('latin1')
  }

  /** Reads up to the line that starts with `prefix` and gives it. Throws when the connection ends first. */
  async until(prefix: string): Promise<string> {
    for (;;) {
      const end = this.buffered.indexOf('\r\n')
      if (end < 0) {
        const [chunk] = (await once(this.socket, 'data')) as [string]
        this.buffered += chunk
        continue
      }
      const line = this.buffered.slice(0, end)
      this.buffered = this.buffered.slice(end + 2)
      if (line.startsWith(prefix)) return line
      if (line.startsWith('* BYE')) throw new Error(`The mail host ended the connection: ${line}`)
    }
  }

  /** Sends one command and waits for its OK. */
  async command(parts: (string | Buffer)[]): Promise<void> {
    const tag = `s${++this.tag}`
    this.socket.cork()
    this.socket.write(`${tag} `)
    for (const part of parts) this.socket.write(part)
    this.socket.write('\r\n')
    this.socket.uncork()
    const answer = await this.until(`${tag} `)
    if (!answer.startsWith(`${tag} OK`)) throw new Error(`The mail host answered: ${answer}`)
  }
}

/** MULTIAPPEND (RFC 3502) with non-synchronising literals (RFC 7888). */
function appendCommand(mailbox: string, batch: SeedMessage[]): (string | Buffer)[] {
  const items = batch.flatMap((message) => [
    ` (${message.flags.join(' ')}) ${imapDate(message.date)} {${message.raw.length}+}\r\n`,
    message.raw,
  ])
  return [`APPEND "${mailbox}"`, ...items]
}

/** Stores `messages` in batches and calls `progress` with how many are stored. Throws with the server's words. */
export async function appendAll(
  target: AppendTarget,
  messages: Iterable<SeedMessage>,
  progress: (stored: number) => void,
): Promise<void> {
  const ca = readFileSync(join(env.secrets, 'mail-ca.pem'), 'utf8')
  const socket = connect({ host: target.host, port: 993, servername: target.serverName, ca })
  await once(socket, 'secureConnect')
  const wire = new Wire(socket)
  await wire.until('* OK')
  const proof = Buffer.from(`user=${target.address}\x01auth=Bearer ${target.token}\x01\x01`).toString('base64')
  await wire.command([`AUTHENTICATE XOAUTH2 ${proof}`])
  let batch: SeedMessage[] = []
  let stored = 0
  const flush = async () => {
    if (batch.length === 0) return
    await wire.command(appendCommand(target.mailbox, batch))
    stored += batch.length
    batch = []
    progress(stored)
  }
  for (const message of messages) {
    batch.push(message)
    if (batch.length >= 200) await flush()
  }
  await flush()
  socket.end('bye LOGOUT\r\n')
}
