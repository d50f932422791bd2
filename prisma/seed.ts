import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hash } from '@node-rs/argon2'
import nodemailer from 'nodemailer'
import { db } from '@/lib/db/client'
import { blue, type DemoHost, demoAccounts, hosts, mailPorts, red } from '@/scripts/world/addresses'
import { data, secrets } from '@/scripts/world/paths'
import { firstMessages } from './first-messages'

const password = 'demo'
/** Says that the first messages were sent once; they are not sent again. */
const sent = join(data, 'first-messages-sent')

async function hostsAndDomains() {
  for (const host of hosts) {
    const where = { hostname: host.hostname, imapAddress: host.address, submitAddress: host.address }
    await db().mailHost.upsert({ where: { id: host.id }, create: { id: host.id, ...where }, update: where })
    const domain = { name: host.domain, hostId: host.id }
    await db().domain.upsert({ where: { name: host.domain }, create: domain, update: {} })
    for (const name of ['postmaster', 'abuse']) await alias(`${name}@${host.domain}`, host.domain)
  }
}

/** RFC 2142: somebody reads these; here the first account of the domain. */
async function alias(address: string, domainName: string) {
  const target = demoAccounts.find((account) => account.address.endsWith(`@${domainName}`))?.address ?? ''
  const row = { address, target, domainName }
  await db().alias.upsert({ where: { address_target: { address, target } }, create: row, update: {} })
}

/** Makes hosts, domains and demo accounts; only what was never made, so a removed demo account stays removed. */
async function accounts() {
  const fresh = (await db().mailHost.count()) === 0
  await hostsAndDomains()
  if (!fresh) return
  for (const { address, name, admin } of demoAccounts) {
    const passwordHash = await hash(password)
    const domainName = address.slice(address.indexOf('@') + 1)
    await db().account.create({ data: { address, displayName: name, admin, domainName, passwordHash } })
  }
}

function submission(host: DemoHost, user: string) {
  return nodemailer.createTransport({
    host: host.address,
    port: mailPorts.submission,
    requireTLS: true,
    tls: { ca: readFileSync(join(secrets, 'mail-ca.pem')), servername: host.hostname },
    auth: { user, pass: password },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

/** Sends the first messages through the real road, at the first start only; true when it did. */
async function mail(): Promise<boolean> {
  if (existsSync(sent)) return false
  for (const message of firstMessages) {
    const host = message.from.endsWith(`@${blue.domain}`) ? blue : red
    const name = demoAccounts.find((account) => account.address === message.from)?.name ?? ''
    const transport = submission(host, message.from)
    await transport.sendMail({ ...message, from: { name, address: message.from } })
    transport.close()
  }
  writeFileSync(sent, '')
  return true
}

export const seed = { accounts, mail }
