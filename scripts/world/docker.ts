import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { web } from './addresses'
import { compose, composePresent, docker, logFolder, project, projectContainers, subnet } from './compose'
import { data, logs, secrets } from './paths'
import { answersHttp } from './probes'
import { until } from './processes'
import { WorldError } from './shell'
import { printAddress } from './start'

/** Says that this data folder's world is the one in containers: another folder's commands leave it alone. */
const mark = join(data, 'in-containers')

function engineAnswers(): boolean {
  try {
    execFileSync('docker', ['info'], { stdio: 'ignore', timeout: 5000 })
    return true
  } catch {
    return false
  }
}

/**
 * Whether the world runs in containers: as the person says, else as this data folder did before, else where an engine
 * and compose answer. Throws WorldError when the folder holds a world of the other kind, whose secrets would be lost.
 */
export function wantsDocker(options: readonly string[]): boolean {
  const before = existsSync(mark) ? 'docker' : existsSync(join(data, 'postgres')) ? 'native' : undefined
  const asked = (['docker', 'native'] as const).find((kind) => options.includes(`--${kind}`))
  if (before && asked && before !== asked)
    throw new WorldError(`${data} holds a world that was started with --${before}. "npm run reset" wipes it.`)
  const chosen = asked ?? before ?? (engineAnswers() && composePresent() ? 'docker' : 'native')
  return chosen === 'docker'
}

/** Whether this data folder's world lives in the engine's volumes. */
export const keptInDocker = () => existsSync(mark)

/** Gives the programs of this machine (npm run user, seed:mailbox, tests) the same secrets and a way to the database. */
async function shareSecrets() {
  const [id = ''] = await projectContainers('web')
  rmSync(secrets, { recursive: true, force: true })
  mkdirSync(secrets, { recursive: true, mode: 0o700 })
  await docker(['cp', `${id}:/secrets/.`, secrets])
  const url = await docker(['exec', id, 'cat', '/secrets/database-url'])
  writeFileSync(join(secrets, 'database-url'), url.replace('@postgres:', `@${subnet}.130:`), { mode: 0o600 })
}

async function seeded() {
  const [id] = await projectContainers('seed')
  if (id && (await docker(['wait', id])).trim() !== '0')
    throw new WorldError('The first messages could not be sent; "docker logs waypost-demo_seed_1" says why.')
}

/** Builds and starts the profile `demo` of docker-compose.yml. Throws WorldError when no engine answers. */
export async function runInDocker(options: { detach: boolean }) {
  if (!engineAnswers()) throw new WorldError('No Docker engine answers. Start it, or try: npm run demo -- --native')
  if (!composePresent())
    throw new WorldError('Docker is here, compose is not. Install it, or: npm run demo -- --native')
  for (const folder of [logs, ...['blue', 'red', 'mx2'].map(logFolder)]) mkdirSync(folder, { recursive: true })
  console.log('Starting Waypost in containers (the first time builds the images: some minutes) ...')
  await compose(['build', '-q'])
  console.log('  images are built')
  writeFileSync(mark, '')
  await compose(['up', '-d'])
  const address = `http://${web.address}:${web.port}/api/health`
  if (!(await until(() => answersHttp(address), 120, 500))) throw new WorldError(`${address} does not answer in 120 s.`)
  await shareSecrets()
  await seeded()
  printAddress()
  if (options.detach) return
  console.log('\nCtrl-C stops everything.')
  const timer = setInterval(() => undefined, 60_000)
  await new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, resolve)
  })
  clearInterval(timer)
  await stopDocker()
}

/** Whether this data folder's world has containers. */
export async function runsInDocker(): Promise<boolean> {
  return existsSync(mark) && engineAnswers() && (await projectContainers()).length > 0
}

/** Takes the containers away, and their data too when `wipe`. */
export async function stopDocker({ wipe = false } = {}) {
  await compose(['down', ...(wipe ? ['-v'] : [])])
}

/** One line for each container; true when all that should answer do. */
export async function printDockerStatus(): Promise<boolean> {
  const fields = '{{.Label "com.docker.compose.service"}}\t{{.Status}}\t{{.Ports}}'
  const lines = await docker([
    'ps',
    '-a',
    '--filter',
    `label=com.docker.compose.project=${project}`,
    '--format',
    fields,
  ])
  let good = true
  for (const line of lines.trim().split('\n').sort()) {
    const [service = '', status = '', ports = ''] = line.split('\t')
    const answers = status.includes('(healthy)') || status.startsWith('Exited (0)')
    good &&= answers
    const addresses = [...new Set(ports.split(', ').map((port) => port.split('->')[0] ?? ''))].filter(Boolean)
    const where = addresses.map((address) => address.split(':').slice(-2).join(':')).join(' ')
    const state = status.startsWith('Exited (0)') ? 'done' : answers ? 'answers' : `DOES NOT ANSWER (${status})`
    console.log(`${service.padEnd(14)} ${state.padEnd(10)} ${where}`.trimEnd())
  }
  return good
}
