import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '@/lib/env'
import { dnsAddress, web as where } from '../addresses'
import { data, root, run } from '../paths'
import { answersHttp } from '../probes'
import type { Launch, Service } from '../service'
import { switches } from '../switches'

export type WebMode = 'production' | 'development'

function launch(mode: WebMode): Launch {
  const modules = join(root, 'node_modules')
  const custom = existsSync(join(root, 'server.ts'))
  const next = [join(modules, 'next', 'dist', 'bin', 'next'), mode === 'production' ? 'start' : 'dev']
  const args = custom
    ? ['--disable-warning=ExperimentalWarning', '--import', 'tsx', join(root, 'server.ts')]
    : [...next, '-H', where.address, '-p', String(where.port)]
  return {
    command: process.execPath,
    args,
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: mode,
      WAYPOST_DATA: data,
      WAYPOST_NET: env.net,
      WAYPOST_BIND: where.address,
      PORT: String(where.port),
      WAYPOST_DEMO: '1',
      WAYPOST_DNS: dnsAddress,
      WAYPOST_SWITCHES: switches,
      NEXT_TELEMETRY_DISABLED: '1',
      TMPDIR: run,
    },
  }
}

/** The webmail itself. */
export function web(mode: WebMode): Service {
  return {
    name: 'web',
    address: `http://${where.address}:${where.port}`,
    prepare: async () => launch(mode),
    answers: () => answersHttp(`http://${where.address}:${where.port}/api/health`),
  }
}
