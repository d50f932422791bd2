import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { blue, dnsAddress, mx2, red, web } from './addresses'
import { data, logs, root } from './paths'
import { run } from './shell'

const place = join('mailserver', 'compose')
/** COMPOSE_PROJECT_NAME of mailserver/compose/demo.env. */
export const project = 'waypost-demo'
/** The demo's private network; the engine's host reaches the containers there. */
export const subnet = process.env.WAYPOST_SUBNET ?? '172.31.26'

function succeeds(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore', timeout: 10_000 })
    return true
  } catch {
    return false
  }
}

/** Compose's newer form is a plugin of docker, the older one a program of its own. */
function composeCommand(): readonly string[] | undefined {
  if (succeeds('docker', ['compose', 'version'])) return ['docker', 'compose']
  return succeeds('docker-compose', ['version']) ? ['docker-compose'] : undefined
}

export const composePresent = () => composeCommand() !== undefined

/** Where Postfix's log of one mail host stands, in containers as natively. */
export const logFolder = (hostId: string) => join(data, hostId, 'log')

/** What the person chose for this world: it counts more than the lines of demo.env. */
function settings(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    WAYPOST_SUBNET: subnet,
    WAYPOST_DNS: `${subnet}.20`,
    WAYPOST_PLAIN_NETWORKS: `${subnet}.1/32`,
    WAYPOST_MAIL_BIND: blue.address,
    WAYPOST_RED_BIND: red.address,
    WAYPOST_MX2_BIND: mx2.address,
    WAYPOST_DNS_BIND: dnsAddress,
    WAYPOST_WEB_BIND: web.address,
    WAYPOST_WEB_PORT: String(web.port),
    WAYPOST_URL: `http://${web.address}:${web.port}`,
    // logs stand where the native way has them
    WAYPOST_MAIL_LOG: logFolder(blue.id),
    WAYPOST_RED_LOG: logFolder(red.id),
    WAYPOST_MX2_LOG: logFolder(mx2.id),
    WAYPOST_DNS_LOG: logs,
  }
}

/** Runs compose on the demo. Throws WorldError with the end of what it said. */
export async function compose(args: readonly string[]): Promise<string> {
  const [command = 'docker-compose', ...first] = composeCommand() ?? []
  const files = ['-f', 'docker-compose.yml', '-f', join(place, 'demo.yml'), '--env-file', join(place, 'demo.env')]
  return run(command, [...first, '-p', project, ...files, '--profile', 'demo', ...args], { cwd: root, env: settings() })
}

export const docker = (args: readonly string[]) => run('docker', args)

/** Ids of the demo's containers, ended ones too; of one service when it is named. */
export async function projectContainers(service?: string): Promise<string[]> {
  const labels = [
    `com.docker.compose.project=${project}`,
    ...(service ? [`com.docker.compose.service=${service}`] : []),
  ]
  const filters = labels.flatMap((label) => ['--filter', `label=${label}`])
  return (await docker(['ps', '-a', '-q', ...filters])).split('\n').filter(Boolean)
}
