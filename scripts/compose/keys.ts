import { randomBytes } from 'node:crypto'
import { chownSync, copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rootCertificates } from 'node:tls'
import { makeAuthority, makeLeaf } from '@/scripts/world/authority'
import { dkimRecord, newDkimKey, newTokenKey, publicHalf } from '@/scripts/world/key-pairs'
import { database, secretFolders as folders, mailHosts, settings } from './settings'

/** The user `node` of the web image. */
const webUser = 1000

/** Reads a file, making it up the first time. */
function once(path: string, make: () => string): string {
  if (!existsSync(path)) writeFileSync(path, make(), { mode: 0o600 })
  return readFileSync(path, 'utf8').trim()
}

const password = () => `${randomBytes(32).toString('base64url')}\n`

function writeFor(path: string, text: string, owner = 0) {
  writeFileSync(path, text, { mode: 0o600 })
  chownSync(path, owner, owner)
}

/** The passwords of the database's roles. */
export function databasePasswords() {
  return {
    // PostgreSQL's image reads it while it is still root
    superuserPassword: once(join(folders.database, 'superuser'), password),
    ownerPassword: once(join(folders.setup, 'database-owner'), password),
    readOnlyPassword: once(join(folders.mail, 'mail-ro'), password),
  }
}

function webSecrets() {
  const { ownerPassword } = databasePasswords()
  const { host, port, name } = database
  chownSync(folders.web, webUser, webUser)
  once(join(folders.web, 'session-secret'), password)
  chownSync(join(folders.web, 'session-secret'), webUser, webUser)
  writeFor(
    join(folders.web, 'database-url'),
    `postgresql://waypost:${ownerPassword}@${host}:${port}/${name}\n`,
    webUser,
  )
}

/** The web signs with the private half; Dovecot knows the public one. */
function tokenKeys() {
  for (const place of [folders.web, folders.mail]) mkdirSync(join(place, 'token-keys'), { recursive: true })
  chownSync(join(folders.web, 'token-keys'), webUser, webUser)
  for (const host of mailHosts) {
    const path = join(folders.web, 'token-keys', `${host.id}.pem`)
    const key = once(path, newTokenKey)
    chownSync(path, webUser, webUser)
    writeFor(join(folders.mail, 'token-keys', `${host.id}.pem`), publicHalf(key))
  }
}

function dkimKeys() {
  mkdirSync(join(folders.mail, 'dkim-records'), { recursive: true })
  for (const { domain } of mailHosts) {
    const key = once(join(folders.dkim, `${domain}.key`), newDkimKey)
    writeFor(join(folders.mail, 'dkim-records', domain), dkimRecord(key))
  }
}

/** Certificates of our own making: the demo's, and a stand-in until the owner mounts a real one. */
async function certificates() {
  const made = join(folders.setup, 'tls')
  const served = join(folders.mail, 'tls')
  for (const place of [made, served]) mkdirSync(place, { recursive: true })
  if (!existsSync(join(made, 'ca.pem'))) await makeAuthority(made)
  const seconds = settings.demo ? [{ id: 'mx2', hostname: 'mx2.redemailserver.com' }] : []
  for (const { id, hostname } of [...mailHosts, ...seconds]) {
    // a host that changed its name needs a new one
    const stamp = join(made, `${id}.${hostname}.ok`)
    if (!existsSync(stamp)) await makeLeaf(made, id, hostname)
    writeFileSync(stamp, '')
    for (const end of ['pem', 'key']) copyFileSync(join(made, `${id}.${end}`), join(served, `${id}.${end}`))
  }
  copyFileSync(join(made, 'ca.pem'), join(served, 'ca.pem'))
  const own = readFileSync(join(made, 'ca.pem'), 'utf8')
  // the web checks the mail hosts' names: against ours, or those that everybody trusts
  const trusted = settings.demo ? own : [own.trim(), ...rootCertificates, ''].join('\n')
  writeFor(join(folders.web, 'mail-ca.pem'), trusted, webUser)
}

/** Makes whatever secret is missing, and puts each where only its reader sees it. Nothing is ever replaced. */
export async function makeKeys() {
  databasePasswords()
  webSecrets()
  tokenKeys()
  dkimKeys()
  await certificates()
}
