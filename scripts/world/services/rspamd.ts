import { chownSync } from 'node:fs'
import { join } from 'node:path'
import { dnsAddress, hosts, rspamd as where } from '../addresses'
import { folder } from '../folders'
import { data, run, served } from '../paths'
import { answersHttp, greeting } from '../probes'
import { render } from '../render'
import type { Launch, Service } from '../service'
import { systemUser } from '../users'

const socket = join(run, 'redis', 'redis.sock')

async function launchRedis(): Promise<Launch> {
  const owner = systemUser('redis')
  folder(join(data, 'redis'), 0o750, owner)
  folder(join(run, 'redis'), 0o755, owner)
  const conf = await render('redis', 'redis-conf', { SOCKET: socket, DATA: join(served, 'redis') })
  return { command: '/usr/bin/redis-server', args: [join(conf, 'redis.conf')], ...owner, cwd: '/' }
}

/** What rspamd learned from people's spam and not-spam. */
export const redis: Service = {
  name: 'redis',
  address: socket,
  prepare: launchRedis,
  answers: async () => (await greeting({ path: socket }, 'PING\r\n')).startsWith('+PONG'),
}

async function launchRspamd(): Promise<Launch> {
  const owner = systemUser('_rspamd')
  folder(join(data, 'rspamd'), 0o750, owner)
  folder(join(run, 'rspamd-run'), 0o755, owner)
  for (const host of hosts) chownSync(join(data, 'dkim', `${host.domain}.key`), 0, owner.gid)
  const conf = await render('rspamd', 'rspamd', {
    LISTEN: where.address,
    CONTROLLER_NETWORKS: '127.0.0.0/8',
    SIGN_NETWORKS: '127.0.0.1/32',
    DNS_ADDRESS: dnsAddress,
    REDIS: socket,
    RUN: join(run, 'rspamd-run'),
    DKIM_KEYS: join(served, 'dkim'),
  })
  const vars = { LOCAL_CONFDIR: conf, DBDIR: join(served, 'rspamd'), RUNDIR: join(run, 'rspamd-run'), LOGDIR: run }
  const args = ['-f', '-u', '_rspamd', '-g', '_rspamd', ...Object.entries(vars).map(([k, v]) => `--var=${k}=${v}`)]
  return { command: '/usr/bin/rspamd', args, cwd: '/' }
}

/** Signs what leaves, checks what arrives; one for both hosts. */
export const rspamd: Service = {
  name: 'rspamd',
  address: `${where.address}:${where.milterPort}`,
  prepare: launchRspamd,
  answers: () => answersHttp(`http://${where.address}:${where.controllerPort}/ping`),
}
