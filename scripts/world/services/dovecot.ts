import { chmodSync, chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DemoHost, database, mailPorts, mx2, red, rspamd } from '../addresses'
import { certificateFiles } from '../certificates'
import { folder } from '../folders'
import { publicHalf } from '../key-pairs'
import { data, run, secrets, served } from '../paths'
import { greets } from '../probes'
import { makeQueue } from '../queue'
import { render } from '../render'
import type { Secrets } from '../secrets'
import type { Launch, Service } from '../service'
import { run as execute } from '../shell'
import { mailUser, systemUser } from '../users'

/** The public half of the key that signs this host's tokens, where Dovecot looks for it. */
function publishTokenKey(host: DemoHost, conf: string) {
  const place = join(conf, 'keys', 'default', 'ES256')
  mkdirSync(place, { recursive: true })
  const key = readFileSync(join(secrets, 'token-keys', `${host.id}.pem`), 'utf8')
  writeFileSync(join(place, 'default'), publicHalf(key))
}

async function renderConfig(host: DemoHost, passwords: Secrets): Promise<string> {
  const conf = join(run, host.id, 'dovecot')
  const files = certificateFiles(host.id)
  await render('dovecot', join(host.id, 'dovecot'), {
    HOST_ID: host.id,
    HOSTNAME: host.hostname,
    DOMAIN: host.domain,
    LISTEN: host.address,
    CONF: conf,
    RUN: join(run, host.id, 'dovecot-run'),
    STATE: folder(join(data, host.id, 'dovecot-state'), 0o755),
    LOG: join(served, host.id, 'log', 'dovecot.log'),
    INFO_LOG: join(served, host.id, 'log', 'dovecot.log'),
    CERT: join(served, files.cert),
    KEY: join(served, files.key),
    PLAIN_NETWORKS: '127.0.0.0/8',
    VMAIL: join(served, host.id, 'vmail'),
    LISTENERS: 'listeners-unix.conf',
    QUEUE: join(served, host.id, 'spool'),
    SIEVE_SUBMISSION: `${host.address}:10025`,
    BACKUP_MX: host.id === red.id ? mx2.address : '',
    TOKEN_ISSUER: `https://waypost/${host.id}`,
    RSPAMD_CONTROLLER: `${rspamd.address}:${rspamd.controllerPort}`,
    DB_HOST: database.address,
    DB_PORT: database.port,
    DB_NAME: database.name,
    DB_PASSWORD: passwords.readOnlyPassword,
  })
  return conf
}

async function launch(host: DemoHost, passwords: Secrets): Promise<Launch> {
  folder(join(run, host.id), 0o755)
  folder(join(data, host.id), 0o755)
  folder(join(data, host.id, 'log'), 0o755)
  folder(join(data, host.id, 'vmail'), 0o750, mailUser)
  // its sockets for Postfix stand in there
  makeQueue(host.id)
  const conf = await renderConfig(host, passwords)
  publishTokenKey(host, conf)
  const dict = join(conf, 'dict-sql.conf.ext')
  chownSync(dict, 0, systemUser('dovecot').gid)
  chmodSync(dict, 0o640)
  // the mail processes may not write here, so Sieve is compiled now
  for (const script of ['drop-repeat', 'spam-to-folder', 'learn-spam', 'learn-ham'])
    await execute('sievec', ['-c', join(conf, 'dovecot.conf'), join(conf, 'sieve', `${script}.sieve`)])
  return { command: '/usr/sbin/dovecot', args: ['-F', '-c', join(conf, 'dovecot.conf')], cwd: '/' }
}

async function answers(host: DemoHost): Promise<boolean> {
  const asked = await Promise.all([
    greets(host.address, mailPorts.imap, '* OK'),
    greets(host.address, mailPorts.pop3, '+OK'),
    greets(host.address, mailPorts.sieve, '"IMPLEMENTATION"'),
  ])
  return asked.every(Boolean)
}

/** IMAP, POP3, ManageSieve and the delivery agent of one mail host. */
export function dovecot(host: DemoHost, passwords: Secrets): Service {
  return {
    name: `dovecot ${host.id}`,
    address: `${host.address}:143`,
    prepare: () => launch(host, passwords),
    answers: () => answers(host),
  }
}
