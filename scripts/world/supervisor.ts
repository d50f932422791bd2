// The one long-lived process of the world: every server is its child. Started by scripts/demo.ts and scripts/dev.ts.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { seed } from '@/prisma/seed'
import { hosts } from './addresses'
import { makeCertificates } from './certificates'
import { makeFolders, removeRunFolder } from './folders'
import { Keeper } from './keeper'
import { migrate } from './migrate'
import { secrets as secretsFolder } from './paths'
import { pieces } from './pieces'
import { markProcess } from './processes'
import { makeSecrets } from './secrets'
import type { Service } from './service'
import { makeDatabase } from './services/postgres'
import { forgetState, writeState } from './state'
import { followSwitches } from './switches'

const attached = process.argv.includes('--attached')
const mode = process.argv.includes('--development') ? 'development' : 'production'
const keepers: Keeper[] = []
const seedHosts = hosts.map((host) => ({ ...host, imapAddress: host.address, submitAddress: host.address }))
const self = markProcess(process.pid)
let ready = false
let stopping = false

const tell = (message: { step?: string; ready?: true; failed?: string }) => {
  if (process.connected) process.send?.(message)
  console.log(`${new Date().toISOString()} ${JSON.stringify(message)}`)
}

function record() {
  const servers = keepers.flatMap(({ service, mark }) => (mark ? [{ name: service.name, mark }] : []))
  writeState({ supervisor: self, servers, ready })
}

async function stop(status: number) {
  if (stopping) return
  stopping = true
  // the last started goes first: nobody talks to a server that is already gone
  for (const keeper of keepers.toReversed()) await keeper.stop()
  await removeRunFolder()
  forgetState()
  process.exit(status)
}

async function startAll(services: readonly Service[]) {
  const started = services.map((service) => new Keeper(service, record))
  keepers.push(...started)
  tell({ step: `starting ${services.map((service) => service.name).join(', ')}` })
  await Promise.all(started.map((keeper) => keeper.start()))
}

async function bringUp() {
  record()
  await makeFolders()
  const secrets = makeSecrets()
  await makeCertificates()
  const [base, ...others] = pieces(secrets, mode)
  await startAll(base ?? [])
  await makeDatabase(secrets)
  const applied = await migrate(readFileSync(join(secretsFolder, 'database-url'), 'utf8').trim())
  if (applied.length > 0) tell({ step: `database: ${applied.length} migrations applied` })
  await seed.accounts(seedHosts)
  for (const services of others) await startAll(services)
  if (await seed.mail(seedHosts)) tell({ step: 'first messages sent through the mail system' })
  followSwitches(keepers)
  ready = true
  record()
  tell({ ready: true })
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0))
process.on('SIGHUP', () => undefined)
// in the foreground mode the command that started us is the world's switch
process.on('disconnect', () => attached && void stop(0))

bringUp().catch(async (error: unknown) => {
  if (stopping) return
  tell({ failed: error instanceof Error ? error.message : String(error) })
  await stop(1)
})
