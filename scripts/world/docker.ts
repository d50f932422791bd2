import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths'
import { run, WorldError } from './shell'

const composeFile = join(root, 'docker-compose.yml')

function engineAnswers(): boolean {
  try {
    execFileSync('docker', ['info'], { stdio: 'ignore', timeout: 5000 })
    return true
  } catch {
    return false
  }
}

/** Whether the world runs in containers: as the person says, else where an engine answers. */
export function wantsDocker(options: readonly string[]): boolean {
  if (options.includes('--native')) return false
  return options.includes('--docker') || (existsSync(composeFile) && engineAnswers())
}

/** Compose's newer form is a plugin of docker, the older one a program of its own. */
async function compose(args: readonly string[]): Promise<string> {
  const plugin = await run('docker', ['compose', 'version']).then(
    () => true,
    () => false,
  )
  const [command, first] = plugin ? ['docker', ['compose']] : ['docker-compose', []]
  return run(command, [...first, '--profile', 'demo', ...args], { cwd: root })
}

/** Builds and starts the profile `demo` of docker-compose.yml. Throws WorldError when no engine answers. */
export async function runInDocker(options: { detach: boolean }) {
  if (!existsSync(composeFile)) throw new WorldError('There is no docker-compose.yml. Try: npm run demo -- --native')
  if (!engineAnswers()) throw new WorldError('No Docker engine answers. Start it, or try: npm run demo -- --native')
  console.log('Starting Waypost in containers (the first time builds the images) ...')
  await compose(['up', '-d', '--build'])
  console.log('Waypost runs in containers; "docker compose ps" shows them.')
  if (!options.detach) await compose(['logs', '-f'])
}
