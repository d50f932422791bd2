import { chmodSync, chownSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DemoHost, database, demoBackoff, faultPolicy, mailPorts, mx2, red, rspamd } from '../addresses'
import { certificateFiles } from '../certificates'
import { folder } from '../folders'
import { data, run, served } from '../paths'
import { greets } from '../probes'
import { makeQueue } from '../queue'
import { render } from '../render'
import type { Secrets } from '../secrets'
import type { Launch, Service } from '../service'
import { systemUser } from '../users'

/** Configuration folder of one Postfix; `postqueue -c` takes it too. */
export const postfixConfig = (id: string) => join(run, id, 'postfix')

/** Red asks the worker whether a fault of the demo is on; without an answer there is none. */
const askForFaults = `check_policy_service { inet:${faultPolicy.address}:${faultPolicy.port}, timeout=60s, try_limit=1, default_action=DUNNO }, `

function values(host: DemoHost, passwords: Secrets) {
  const files = certificateFiles(host.id)
  return {
    HOST_ID: host.id,
    SERVED_HOST: red.id,
    HOSTNAME: host.hostname,
    HOSTNAME_RE: host.hostname.replaceAll('.', '\\.'),
    DOMAIN: host.domain,
    ADDRESS: host.address,
    BIND: host.address,
    LISTEN: `${host.address}:`,
    INTERFACES: 'loopback-only',
    INTERNAL_NETWORKS: '127.0.0.1/32',
    CONF: postfixConfig(host.id),
    QUEUE: join(served, host.id, 'spool'),
    STATE: join(served, host.id, 'postfix-state'),
    MAILLOG: join(served, host.id, 'log', 'mail.log'),
    MAILLOG_PREFIX: served,
    CERT: join(served, files.cert),
    KEY: join(served, files.key),
    CA: join(served, 'tls', 'ca.pem'),
    LMTP: 'lmtp:unix:private/dovecot-lmtp',
    SASL: 'private/auth',
    QUOTA_STATUS: 'unix:private/quota-status',
    MILTER: `inet:${rspamd.address}:${rspamd.milterPort}`,
    FAULTS: host.hostname.endsWith(red.domain) ? askForFaults : '',
    BACKOFF: `${demoBackoff}s`,
    QUEUE_RUN: '5s',
    DB_HOST: database.address,
    DB_PORT: database.port,
    DB_NAME: database.name,
    DB_PASSWORD: passwords.readOnlyPassword,
  }
}

async function launch(host: DemoHost, source: string, passwords: Secrets): Promise<Launch> {
  folder(join(run, host.id), 0o755)
  folder(join(data, host.id), 0o755)
  folder(join(data, host.id, 'log'), 0o755)
  makeQueue(host.id)
  const conf = await render(source, join(host.id, 'postfix'), values(host, passwords))
  for (const name of readdirSync(conf)) {
    // proxymap reads the database password as user postfix; nobody else may
    if (!readFileSync(join(conf, name), 'utf8').includes(passwords.readOnlyPassword)) continue
    chownSync(join(conf, name), 0, systemUser('postfix').gid)
    chmodSync(join(conf, name), 0o640)
  }
  // not "postfix start-fg": that leaves a shell between us and the master, which would live on without it
  return { command: '/usr/lib/postfix/sbin/master', args: ['-c', conf, '-s'], cwd: '/' }
}

/** SMTP of one mail host: takes mail from its people and from other hosts, and passes it on. */
export function postfix(host: DemoHost, passwords: Secrets): Service {
  return {
    name: `postfix ${host.id}`,
    address: `${host.address}:25`,
    prepare: () => launch(host, 'postfix', passwords),
    answers: async () =>
      (await greets(host.address, mailPorts.smtp, '220')) && (await greets(host.address, mailPorts.submission, '220')),
  }
}

/** Red's second MX. */
export function secondMx(passwords: Secrets): Service {
  return {
    name: 'postfix mx2',
    address: `${mx2.address}:25`,
    prepare: () => launch(mx2, 'postfix-mx2', passwords),
    answers: () => greets(mx2.address, mailPorts.smtp, '220'),
  }
}
