import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { database, hosts } from './addresses'
import { folder } from './folders'
import { newDkimKey, newTokenKey } from './key-pairs'
import { data, secrets } from './paths'

const file = (name: string) => join(secrets, name)

/** Reads a secret, making it up the first time. */
function secret(name: string): string {
  if (!existsSync(file(name))) writeFileSync(file(name), `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
  return readFileSync(file(name), 'utf8').trim()
}

export interface Secrets {
  readonly superuserPassword: string
  readonly ownerPassword: string
  readonly readOnlyPassword: string
}

/** The key by which the web app vouches for a person to one mail host. */
function makeTokenKey(hostId: string) {
  const path = file(join('token-keys', `${hostId}.pem`))
  if (existsSync(path)) return
  writeFileSync(path, newTokenKey(), { mode: 0o600 })
}

/** The domain's DKIM key; rspamd signs with it, DNS publishes the public half. */
function makeDkimKey(domain: string) {
  const path = join(folder(join(data, 'dkim'), 0o755), `${domain}.key`)
  if (existsSync(path)) return
  writeFileSync(path, newDkimKey(), { mode: 0o640 })
}

/** Makes what is missing among the secrets and gives the passwords of the database roles. */
export function makeSecrets(): Secrets {
  const made = {
    superuserPassword: secret('database-superuser'),
    ownerPassword: secret('database-owner'),
    readOnlyPassword: secret('database-mail-ro'),
  }
  secret('session-secret')
  const url = `postgresql://waypost:${made.ownerPassword}@${database.address}:${database.port}/${database.name}`
  writeFileSync(file('database-url'), `${url}\n`, { mode: 0o600 })
  for (const host of hosts) {
    makeTokenKey(host.id)
    makeDkimKey(host.domain)
  }
  return made
}
