import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hash } from '@node-rs/argon2'
import nodemailer from 'nodemailer'
import { db } from '@/lib/db/client'
import { demoAccounts, mailPorts } from '@/scripts/world/addresses'
import { data, secrets } from '@/scripts/world/paths'
import { firstMessages } from './first-messages'

/** A mail host with its one domain, and where the web app reaches it. */
export interface SeedHost {
  readonly id: string
  readonly domain: string
  readonly hostname: string
  readonly imapAddress: string
  readonly submitAddress: string
}

const password = 'demo'
/** Says that the first messages were sent once; they are not sent again. */
const sent = join(data, 'first-messages-sent')

/** Writes down a mail host and its domain. */
export async function seedHost({ id, domain, hostname, imapAddress, submitAddress }: SeedHost) {
  const where = { hostname, imapAddress, submitAddress }
  await db().mailHost.upsert({ where: { id }, create: { id, ...where }, update: where })
  await db().domain.upsert({ where: { name: domain }, create: { name: domain, hostId: id }, update: {} })
}

/** RFC 2142: somebody reads these. */
export async function seedPostmaster(domainName: string, target: string) {
  for (const name of ['postmaster', 'abuse']) {
    const address = `${name}@${domainName}`
    if (address === target) continue
    const row = { address, target, domainName }
    await db().alias.upsert({ where: { address_target: { address, target } }, create: row, update: {} })
  }
}

/** Makes hosts, domains and demo accounts; only what was never made, so a removed demo account stays removed. */
async function accounts(hosts: readonly SeedHost[]) {
  const fresh = (await db().mailHost.count()) === 0
  for (const host of hosts) {
    await seedHost(host)
    const first = demoAccounts.find((account) => account.address.endsWith(`@${host.domain}`))
    if (first) await seedPostmaster(host.domain, first.address)
  }
  if (!fresh) return
  for (const { address, name, admin } of demoAccounts) {
    const passwordHash = await hash(password)
    const domainName = address.slice(address.indexOf('@') + 1)
    await db().account.create({ data: { address, displayName: name, admin, domainName, passwordHash } })
  }
}

function submission(host: SeedHost, user: string) {
  return nodemailer.createTransport({
    host: host.submitAddress,
    port: mailPorts.submission,
    requireTLS: true,
    tls: { ca: readFileSync(join(secrets, 'mail-ca.pem')), servername: host.hostname },
    auth: { user, pass: password },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

/** Sends the first messages through the real road, at the first start only; true when it did. */
async function mail(hosts: readonly SeedHost[]): Promise<boolean> {
  if (existsSync(sent)) return false
  for (const message of firstMessages) {
    const host = hosts.find(({ domain }) => message.from.endsWith(`@${domain}`))
    if (!host) continue
    const name = demoAccounts.find((account) => account.address === message.from)?.name ?? ''
    const transport = submission(host, message.from)
    await transport.sendMail({ ...message, from: { name, address: message.from } })
    transport.close()
  }
  writeFileSync(sent, '')
  return true
}

export const seed = { accounts, mail }
