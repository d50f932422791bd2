import { Resolver } from 'node:dns/promises'
import { createConnection, type NetConnectOpts } from 'node:net'

/** Connects, sends `say` if given, and gives what the server said first; empty when it is silent or not there. */
export function greeting(where: NetConnectOpts, say?: string, milliseconds = 2000): Promise<string> {
  return new Promise((resolve) => {
    const socket = createConnection(where)
    const done = (text: string) => {
      socket.destroy()
      resolve(text)
    }
    socket.setTimeout(milliseconds, () => done(''))
    socket.once('error', () => done(''))
    socket.once('close', () => done(''))
    socket.once('data', (bytes) => done(bytes.toString('latin1')))
    if (say) socket.once('connect', () => socket.write(say))
  })
}

/** Whether the server at this address and port greets with `start` (SMTP 220, POP3 +OK, IMAP * OK, ManageSieve). */
export async function greets(host: string, port: number, start: string): Promise<boolean> {
  return (await greeting({ host, port })).startsWith(start)
}

/** Whether the DNS server at `address` has a start-of-authority record for `zone`. */
export async function answersDns(address: string, zone: string): Promise<boolean> {
  const resolver = new Resolver({ timeout: 1000, tries: 1 })
  resolver.setServers([address])
  return resolver.resolveSoa(zone).then(
    () => true,
    () => false,
  )
}

/** Whether a GET gives a status below 500 within two seconds; a 503 of /api/health is a no. */
export async function answersHttp(url: string): Promise<boolean> {
  return fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(2000) }).then(
    (answer) => answer.status < 500,
    () => false,
  )
}
