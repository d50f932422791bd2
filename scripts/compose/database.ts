import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { seed, seedHost, seedPostmaster } from '@/prisma/seed'
import { makeRolesAndDatabase } from '@/scripts/world/database'
import { migrate } from '@/scripts/world/migrate'
import { databasePasswords } from './keys'
import { database, mailHosts, primary, secretFolders, settings } from './settings'

/** The rows without which no mail comes in: the host, its domain, its postmaster. */
async function ownDomain() {
  await seedHost(primary)
  if (settings.admin) return seedPostmaster(primary.domain, settings.admin)
  console.log(`WAYPOST_ADMIN is empty: postmaster@${primary.domain} and abuse@${primary.domain} lead nowhere yet.`)
}

/** Makes roles and database, applies the migrations, and writes down the mail hosts. May run again and again. */
export async function prepareDatabase() {
  const passwords = databasePasswords()
  const superuser = { user: 'postgres', password: passwords.superuserPassword, database: 'postgres' }
  const client = new pg.Client({ host: database.host, port: database.port, ...superuser })
  await makeRolesAndDatabase(client, database.name, passwords)
  const applied = await migrate(readFileSync(join(secretFolders.web, 'database-url'), 'utf8').trim())
  console.log(`database: ${applied.length} migrations applied`)
  await (settings.demo ? seed.accounts(mailHosts) : ownDomain())
}

/** The demo's first messages. */
export async function sendFirstMessages() {
  console.log((await seed.mail(mailHosts)) ? 'first messages sent' : 'first messages were sent before')
}
