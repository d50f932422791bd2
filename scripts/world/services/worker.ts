import { request } from 'node:http'
import { join } from 'node:path'
import { env } from '@/lib/env'
import { demoBackoff, dnsAddress, faultPolicy, hosts, mx2 } from '../addresses'
import { data, root, run } from '../paths'
import type { Launch, Service } from '../service'
import { switches } from '../switches'
import { postfixConfig } from './postfix'
import type { WebMode } from './web'

const socket = join(run, 'worker.sock')

/** The log of each mail host, as the worker's environment wants it. */
const logsOf = (name: string, ids: string[]) => ids.map((id) => `${id}=${join(data, id, 'log', name)}`).join(',')
const hostIds = hosts.map(({ id }) => id)
const postfixIds = [...hostIds, mx2.id]

function launch(mode: WebMode): Launch {
  const watch = mode === 'development' ? ['--watch'] : []
  return {
    command: process.execPath,
    args: ['--disable-warning=ExperimentalWarning', ...watch, '--import', 'tsx', join(root, 'worker', 'main.ts')],
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: mode,
      WAYPOST_DATA: data,
      WAYPOST_NET: env.net,
      WAYPOST_WORKER_SOCKET: socket,
      WAYPOST_POSTFIX_LOGS: logsOf('mail.log', postfixIds),
      WAYPOST_POSTFIX_CONFIGS: postfixIds.map((id) => `${id}=${postfixConfig(id)}`).join(','),
      WAYPOST_DEMO: '1',
      WAYPOST_FAULT_POLICY: `${faultPolicy.address}:${faultPolicy.port}`,
      WAYPOST_SWITCHES: switches,
      WAYPOST_DNS: dnsAddress,
      WAYPOST_MINIMAL_BACKOFF: String(demoBackoff),
      WAYPOST_DOVECOT_LOGS: logsOf('dovecot.log', hostIds),
      TMPDIR: run,
    },
  }
}

function answers(): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request({ socketPath: socket, path: '/', timeout: 2000 }, (answer) => {
      answer.resume()
      resolve(answer.statusCode === 200)
    })
    asked.on('timeout', () => asked.destroy())
    asked.on('error', () => resolve(false))
    asked.end()
  })
}

/** What happens though nobody looks: the index of words, timed work, delivery events. */
export const worker = (mode: WebMode): Service => ({
  name: 'worker',
  address: socket,
  prepare: async () => launch(mode),
  answers,
})
