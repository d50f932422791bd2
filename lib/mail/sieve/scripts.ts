import { MailError } from '@/lib/mail/errors'
import { literal, SieveSession } from '@/lib/mail/sieve/sieve-session'

/** Where an account keeps its scripts; `token` as for IMAP. */
export type SieveTarget = {
  address: string
  host: string
  port: number
  servername: string
  ca: string | null
  token: () => Promise<string>
}

/** What can be done with the scripts of an account. */
export type SieveScripts = {
  names: () => Promise<string[]>
  read: (name: string) => Promise<string>
  /** The script that is in use, or null. */
  active: () => Promise<{ name: string; script: string } | null>
  /** Stores a script under a name and puts it in use. @throws MailError `sieve-refused` when it does not compile */
  install: (name: string, script: string) => Promise<void>
}

/**
 * Lends the scripts of an account over a connection of their own: TLS, XOAUTH2.
 * @throws MailError `sieve-unavailable`, `sieve-refused`
 */
export async function withScripts<T>(target: SieveTarget, use: (scripts: SieveScripts) => Promise<T>): Promise<T> {
  const session = await SieveSession.connect(target.host, target.port)
  try {
    await session.startTls(target.servername, target.ca)
    const response = `user=${target.address}\x01auth=Bearer ${await target.token()}\x01\x01`
    await session.command(`AUTHENTICATE "XOAUTH2" ${literal(Buffer.from(response).toString('base64'))}`)
    return await use(scriptsOf(session))
  } finally {
    session.close()
  }
}

async function readScript(session: SieveSession, name: string): Promise<string> {
  const script = (await session.command(`GETSCRIPT ${literal(name)}`)).lines[0]?.[0]
  if (script === undefined) throw new MailError('sieve-unavailable', 'no script in the answer')
  return script.text
}

const scriptsOf = (session: SieveSession): SieveScripts => ({
  names: async () => (await session.command('LISTSCRIPTS')).lines.flatMap(([name]) => name?.text ?? []),
  read: (name) => readScript(session, name),
  active: async () => {
    const { lines } = await session.command('LISTSCRIPTS')
    const name = lines.find((words) => words.some(({ kind, text }) => kind === 'atom' && /^ACTIVE$/i.test(text)))?.[0]
    return name === undefined ? null : { name: name.text, script: await readScript(session, name.text) }
  },
  install: async (name, script) => {
    await session.command(`PUTSCRIPT ${literal(name)} ${literal(script)}`)
    await session.command(`SETACTIVE ${literal(name)}`)
  },
})
