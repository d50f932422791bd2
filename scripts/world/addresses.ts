import { env } from '@/lib/env'

/** One mail system of the demo: a domain, its Postfix + Dovecot, and the loopback address they answer on. */
export interface DemoHost {
  readonly id: string
  readonly domain: string
  readonly hostname: string
  readonly address: string
}

const at = (last: number) => `${env.net}.${last}`

/** Answers for both domains and their reverse zone, port 53. */
export const dnsAddress = at(20)
export const database = { address: at(20), port: 54320, name: 'waypost' } as const
/** Where red's servers ask whether a fault of the demo is on. */
export const faultPolicy = { address: at(20), port: 10031 } as const
export const rspamd = { address: at(20), milterPort: 11332, controllerPort: 11334 } as const
export const blue: DemoHost = {
  id: 'blue',
  domain: 'blueemailserver.com',
  hostname: 'mx1.blueemailserver.com',
  address: at(21),
}
export const red: DemoHost = {
  id: 'red',
  domain: 'redemailserver.com',
  hostname: 'mx1.redemailserver.com',
  address: at(22),
}
export const hosts: readonly DemoHost[] = [blue, red]
/** Red's second MX: takes and queues mail while mx1 is away. */
export const mx2 = { ...red, id: 'mx2', hostname: 'mx2.redemailserver.com', address: at(23) } as const
/** Nothing ever listens here: an MX that is away. */
export const goneAddress = at(29)
/** A mail server that is none of ours: whoever tries something out listens here (port 25) and answers as they like. */
export const oddAddress = at(28)
/** Seconds before Postfix tries again: a demo waits seconds where the internet waits minutes. */
export const demoBackoff = 10
export const web = { address: env.bind, port: env.port } as const

/** What each mail host listens on, by protocol. */
export const mailPorts = {
  smtp: 25,
  pop3: 110,
  imap: 143,
  submissions: 465,
  submission: 587,
  imaps: 993,
  pop3s: 995,
  sieve: 4190,
} as const

/** Who can sign in from the start; the password of each is `demo`. */
export const demoAccounts = [
  { address: 'brian@blueemailserver.com', name: 'Brian Blue', admin: true },
  { address: 'alice@blueemailserver.com', name: 'Alice Archer', admin: false },
  { address: 'jsmith@redemailserver.com', name: 'John Smith', admin: true },
  { address: 'maria@redemailserver.com', name: 'Maria Rossi', admin: false },
] as const
