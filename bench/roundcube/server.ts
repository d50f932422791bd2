import { readdirSync } from 'node:fs'
import { installRoundcube } from '@/bench/roundcube/packages'
import { roundcubeAddress, roundcubeFiles, writeRoundcubeSettings } from '@/bench/roundcube/settings'
import type { Ending } from '@/bench/world'
import { Keeper } from '@/scripts/world/keeper'
import { answersHttp } from '@/scripts/world/probes'
import type { Service } from '@/scripts/world/service'
import { run } from '@/scripts/world/shell'

export const roundcubeUrl = `http://${roundcubeAddress.host}:${roundcubeAddress.port}`

/** The newest php-fpm of Debian's packages. */
function phpFpmProgram(): string {
  const names = readdirSync('/usr/sbin').filter((name) => /^php-fpm\d/.test(name))
  const newest = names.sort().at(-1)
  if (newest === undefined) throw new Error('php-fpm is not installed.')
  return `/usr/sbin/${newest}`
}

const php: Service = {
  name: 'roundcube php',
  address: roundcubeFiles.socket,
  prepare: async () => ({ command: phpFpmProgram(), args: ['-F', '-O', '-y', roundcubeFiles.phpFpm] }),
  answers: async () => true,
}

const nginx: Service = {
  name: 'roundcube nginx',
  address: roundcubeUrl,
  prepare: async () => ({ command: '/usr/sbin/nginx', args: ['-c', roundcubeFiles.nginx, '-e', 'stderr'] }),
  answers: () => answersHttp(`${roundcubeUrl}/?_task=login`),
}

async function start(ending: Ending): Promise<void> {
  await installRoundcube()
  writeRoundcubeSettings()
  for (const service of [php, nginx]) {
    const keeper = new Keeper(service, () => undefined)
    ending.add(() => keeper.stop())
    await keeper.start(30)
  }
}

let started: Promise<void> | null = null

/** Installs and starts Roundcube beside the world, once; it ends with the bench. */
export function startRoundcube(ending: Ending): Promise<void> {
  started ??= start(ending)
  return started
}

/** Names and versions of what the comparison ran on. */
export async function roundcubeVersions(): Promise<Record<string, string>> {
  const names = ['roundcube-core', 'nginx', 'php-fpm', 'dovecot-imapd', 'chromium']
  const format = `\${Package} \${Version}\\n`
  // it fails where a part that was not asked for has installed nothing, and lists the others all the same
  const listed = await run('sh', ['-c', `dpkg-query -W -f='${format}' ${names.join(' ')} 2>/dev/null || true`])
  return Object.fromEntries(
    listed
      .trim()
      .split('\n')
      .map((line) => line.split(' ') as [string, string]),
  )
}
