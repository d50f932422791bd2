import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statfsSync } from 'node:fs'
import { createServer } from 'node:net'
import { database, dnsAddress, hosts, mailPorts, mx2, rspamd, web } from './addresses'
import { data } from './paths'
import { WorldError } from './shell'

const leastSpace = 1 << 30

function checkRoot() {
  if (process.getuid?.() === 0) return
  throw new WorldError(
    'The mail servers need root: Postfix runs for no one else, and mail uses ports below 1024.\nTry: sudo npm run demo',
  )
}

function checkSystem() {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
  if (/^ID(_LIKE)?=.*(debian|ubuntu)/m.test(release) && existsSync('/usr/bin/apt-get')) return
  const name = /^PRETTY_NAME="?([^"\n]*)/m.exec(release)?.[1] ?? process.platform
  throw new WorldError(
    `The native way needs Debian 12 or Ubuntu with apt; this is ${name}.\nWith a Docker engine, try: npm run demo -- --docker`,
  )
}

function checkSpace() {
  mkdirSync(data, { recursive: true })
  const disk = statfsSync(data)
  const free = disk.bavail * disk.bsize
  if (free >= leastSpace) return
  throw new WorldError(
    `${data} has ${Math.round(free / 1e6)} MB of free disk space; the demo needs at least 1,000 MB.\n` +
      'Free some, or choose another place: WAYPOST_DATA=/somewhere/else npm run demo',
  )
}

/** Every address and port the world listens on. */
function ports(): { address: string; port: number }[] {
  return [
    { address: web.address, port: web.port },
    { address: dnsAddress, port: 53 },
    { address: database.address, port: database.port },
    { address: rspamd.address, port: rspamd.milterPort },
    { address: rspamd.address, port: rspamd.controllerPort },
    ...hosts.flatMap(({ address }) => [...Object.values(mailPorts), 10025].map((port) => ({ address, port }))),
    { address: mx2.address, port: mailPorts.smtp },
  ]
}

/** The error code of listening there, undefined when that works. */
function tryListening(address: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen({ host: address, port, exclusive: true }, () => server.close(() => resolve(undefined)))
  })
}

/** Name and number of the program that listens there, as `ss` tells it. */
function holder(address: string, port: number): string {
  try {
    const lines = execFileSync('ss', ['-Hltnp', `sport = :${port}`], { encoding: 'utf8' }).split('\n')
    const line = lines.find((text) =>
      [`${address}:${port}`, `0.0.0.0:${port}`, `*:${port}`].some((at) => text.includes(at)),
    )
    const found = /\(\("([^"]+)",pid=(\d+)/.exec(line ?? '')
    return found ? `${found[1]} (process ${found[2]})` : 'another program'
  } catch {
    return 'another program'
  }
}

function portMessage(address: string, port: number, code: string): string {
  const where = `${address}:${port}`
  if (code === 'EADDRNOTAVAIL') return `${where} cannot be used: this machine has no address ${address}.`
  if (code !== 'EADDRINUSE') return `${where} cannot be used (${code}).`
  const moved = port === web.port && address === web.address
  const remedy = moved
    ? `choose another one for the web pages: PORT=${port + 1} npm run demo`
    : 'move the demo to other loopback addresses: WAYPOST_NET=127.0.5 npm run demo'
  return `${where} is in use by ${holder(address, port)}. Stop that, or ${remedy}`
}

async function checkPorts() {
  for (const { address, port } of ports()) {
    const code = await tryListening(address, port)
    if (code) throw new WorldError(portMessage(address, port, code))
  }
}

/** Refuses early, with the remedy, what would fail later. Throws WorldError. */
export async function preflight() {
  checkRoot()
  checkSystem()
  checkSpace()
  await checkPorts()
}
