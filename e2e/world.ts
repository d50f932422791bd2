import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '@/lib/env'

/** Where the pieces of the running world answer, as interfaces.md names them. */
export const addresses = {
  dns: `${env.net}.20`,
  blue: `${env.net}.21`,
  red: `${env.net}.22`,
  redSecond: `${env.net}.23`,
  /** MX of strange.redemailserver.com: nothing listens there but what a test starts. */
  odd: `${env.net}.28`,
} as const

export type HostName = 'blue' | 'red'

export const domainOf = { blue: 'blueemailserver.com', red: 'redemailserver.com' } as const satisfies Record<
  HostName,
  string
>

/** The certificate authority that signed the mail hosts' certificates. */
export const mailCa = (): string => readFileSync(join(env.secrets, 'mail-ca.pem'), 'utf8')

/** TLS settings to reach a mail host by address while checking its name. */
export const tlsOf = (host: HostName) => ({ ca: mailCa(), servername: `mx1.${domainOf[host]}` })

/** The path of a log of the running world. */
export const logFile = (...names: string[]): string => join(env.data, ...names)

/** The address under which blue's Postfix reaches red's: in containers it is one of their private network. */
export const relayAddress = { red: process.env.WAYPOST_RED_RELAY ?? addresses.red } as const
