import { chownSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { database } from '../addresses'
import { makeRolesAndDatabase } from '../database'
import { folder } from '../folders'
import { data, run, served } from '../paths'
import type { Secrets } from '../secrets'
import type { Launch, Service } from '../service'
import { run as execute, WorldError } from '../shell'
import { systemUser } from '../users'

/** The newest PostgreSQL that Debian's packages put on this machine. */
function programs(): string {
  const base = '/usr/lib/postgresql'
  const versions = existsSync(base) ? readdirSync(base).sort((a, b) => Number(b) - Number(a)) : []
  const found = versions.find((version) => existsSync(join(base, version, 'bin', 'postgres')))
  if (!found) throw new WorldError('PostgreSQL is not installed (package postgresql).')
  return join(base, found, 'bin')
}

const cluster = join(served, 'postgres')

async function makeCluster(password: string) {
  const owner = systemUser('postgres')
  folder(join(data, 'postgres'), 0o700, owner)
  if (existsSync(join(data, 'postgres', 'PG_VERSION'))) return
  const options = ['--username=postgres', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8']
  const passwordFile = join(run, 'initdb-password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  chownSync(passwordFile, owner.uid, owner.gid)
  const args = ['--pgdata', cluster, `--pwfile=${passwordFile}`, ...options]
  await execute(join(programs(), 'initdb'), args, { ...owner, cwd: '/' })
  rmSync(passwordFile)
  writeFileSync(join(data, 'postgres', 'pg_hba.conf'), 'host all all 127.0.0.0/8 scram-sha-256\n')
}

async function launch(secrets: Secrets): Promise<Launch> {
  await makeCluster(secrets.superuserPassword)
  const settings = {
    listen_addresses: database.address,
    port: database.port,
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: '128MB',
    log_timezone: 'UTC',
    timezone: 'UTC',
  }
  const args = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])
  return { command: join(programs(), 'postgres'), args: ['-D', cluster, ...args], ...systemUser('postgres'), cwd: '/' }
}

const superuser = (secrets: Secrets) =>
  new pg.Client({
    host: database.address,
    port: database.port,
    user: 'postgres',
    password: secrets.superuserPassword,
    database: 'postgres',
    connectionTimeoutMillis: 2000,
  })

export function postgres(secrets: Secrets): Service {
  return {
    name: 'database',
    address: `${database.address}:${database.port}`,
    prepare: () => launch(secrets),
    stopSignal: 'SIGINT', // fast shutdown: ends sessions, keeps the data in order
    async answers() {
      const client = superuser(secrets)
      try {
        await client.connect()
        await client.query('select 1')
        return true
      } catch {
        return false
      } finally {
        await client.end().catch(() => undefined)
      }
    },
  }
}

/** Makes the roles and the database of this world. */
export async function makeDatabase(secrets: Secrets) {
  await makeRolesAndDatabase(superuser(secrets), database.name, secrets)
}
