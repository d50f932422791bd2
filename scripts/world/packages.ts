import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { run, WorldError } from './shell'

/** What the world runs on, by the Debian package that brings it. */
const serverPackages = [
  'postfix',
  'postfix-pgsql',
  'dovecot-imapd',
  'dovecot-pop3d',
  'dovecot-lmtpd',
  'dovecot-managesieved',
  'dovecot-sieve',
  'dovecot-pgsql',
  'rspamd',
  'redis-server',
  'pdns-server',
  'pdns-backend-bind',
  'postgresql',
  'openssl',
  'curl',
  'ca-certificates',
] as const

/** What the tests use besides: mail programs that we did not write, and a browser. */
const testPackages = [
  'bind9-dnsutils',
  'curl',
  'swaks',
  'libnet-ssleay-perl',
  'libauthen-sasl-perl',
  'isync',
  'neomutt',
  'chromium-headless-shell',
] as const

const apt = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' }

async function missing(names: readonly string[]): Promise<string[]> {
  const format = `\${Package} \${db:Status-Status}\\n`
  const known = await run('dpkg-query', ['-W', `-f=${format}`, ...names]).catch((error: unknown) => String(error))
  const installed = new Set(
    known
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  )
  return names.filter((name) => !installed.has(name))
}

/** Debian asks this file whether a package may start its service (policy-rc.d(8)); 101 says no. */
const policyFile = '/usr/sbin/policy-rc.d'

/** Runs `work` while no package may start a service; a policy that the machine already has stays as it is. */
async function withoutStartingServices(work: () => Promise<void>) {
  const ours = !existsSync(policyFile)
  if (ours) writeFileSync(policyFile, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  try {
    await work()
  } finally {
    if (ours) rmSync(policyFile, { force: true })
  }
}

/** The services of packages that we brought must not start at the next boot either: they would take the world's place. */
async function keepDisabled(names: readonly string[]) {
  if (!existsSync('/run/systemd/system')) return
  const units: Record<string, string[]> = {
    postfix: ['postfix.service'],
    'dovecot-imapd': ['dovecot.service', 'dovecot.socket'],
    rspamd: ['rspamd.service'],
    'redis-server': ['redis-server.service'],
    'pdns-server': ['pdns.service'],
    postgresql: ['postgresql.service'],
    nginx: ['nginx.service'],
    'php-fpm': ['php8.2-fpm.service', 'php8.3-fpm.service', 'php8.4-fpm.service'],
  }
  for (const unit of names.flatMap((name) => units[name] ?? []))
    await run('systemctl', ['disable', unit]).catch(() => undefined) // a unit that this release does not have
}

async function install(names: readonly string[]) {
  console.log(`  installing ${names.length} Debian packages: ${names.join(', ')} ...`)
  // Postfix asks what kind of mail server the machine is: none, we bring our own configuration
  if (names.includes('postfix'))
    await run('sh', ['-c', "echo 'postfix postfix/main_mailer_type select No configuration' | debconf-set-selections"])
  // PostgreSQL's package would make and start a database of its own
  const noCluster = '/etc/postgresql-common/createcluster.d/waypost.conf'
  await run('apt-get', ['update', '-q'], { env: apt }).catch((cause: unknown) => {
    throw new WorldError(`The package lists could not be fetched. Is the network up?\n${String(cause)}`)
  })
  if (names.includes('postgresql')) await run('mkdir', ['-p', '/etc/postgresql-common/createcluster.d'])
  if (names.includes('postgresql')) writeFileSync(noCluster, 'create_main_cluster = false\n')
  try {
    await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names], { env: apt })
  } finally {
    rmSync(noCluster, { force: true })
  }
}

/** Installs what is missing of `names`, without starting any of it and without touching what the machine already runs. */
export async function installHeldBack(names: readonly string[]) {
  const wanted = await missing(names)
  if (wanted.length === 0) return
  await withoutStartingServices(() => install(wanted))
  await keepDisabled(wanted)
}

/** The same for everything the world runs on. */
export async function installPackages(options: { testTools: boolean }) {
  await installHeldBack([...serverPackages, ...(options.testTools ? testPackages : [])])
}
