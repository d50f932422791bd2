import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './shell'

const days = '3650'

/** Makes a certificate authority in `folder`: ca.pem and ca.key. */
export async function makeAuthority(folder: string) {
  const subject = '/CN=Waypost demo authority'
  const extensions = [
    '-addext',
    'basicConstraints=critical,CA:TRUE',
    '-addext',
    'keyUsage=critical,keyCertSign,cRLSign',
  ]
  await run('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', days],
    ...['-subj', subject, '-keyout', join(folder, 'ca.key'), '-out', join(folder, 'ca.pem'), ...extensions],
  ])
}

/** Makes <id>.pem and <id>.key for `hostname` (and `address`, when people use it) beside the authority in `folder`. */
export async function makeLeaf(folder: string, id: string, hostname: string, address?: string) {
  const [key, request, cert] = ['key', 'csr', 'pem'].map((end) => join(folder, `${id}.${end}`)) as [
    string,
    string,
    string,
  ]
  const names = join(folder, `${id}.ext`)
  const subjects = address ? `DNS:${hostname},IP:${address}` : `DNS:${hostname}`
  writeFileSync(names, `subjectAltName=${subjects}\nextendedKeyUsage=serverAuth,clientAuth\n`)
  await run('openssl', [
    ...['req', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-subj', `/CN=${hostname}`],
    ...['-keyout', key, '-out', request],
  ])
  const authority = ['-CA', join(folder, 'ca.pem'), '-CAkey', join(folder, 'ca.key'), '-CAcreateserial']
  await run('openssl', [
    ...['x509', '-req', '-in', request, ...authority],
    ...['-days', days, '-extfile', names, '-out', cert],
  ])
}
