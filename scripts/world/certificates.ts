import { copyFileSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hosts, mx2 } from './addresses'
import { folder } from './folders'
import { data, secrets } from './paths'
import { run } from './shell'

const tls = join(data, 'tls')
const days = '3650'

/** Certificate and key of one mail host, by its id. */
export const certificateFiles = (id: string) => ({ cert: join('tls', `${id}.pem`), key: join('tls', `${id}.key`) })

async function makeAuthority() {
  const subject = '/CN=Waypost demo authority'
  const extensions = [
    '-addext',
    'basicConstraints=critical,CA:TRUE',
    '-addext',
    'keyUsage=critical,keyCertSign,cRLSign',
  ]
  await run('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', days],
    ...['-subj', subject, '-keyout', join(tls, 'ca.key'), '-out', join(tls, 'ca.pem'), ...extensions],
  ])
}

async function makeLeaf(id: string, hostname: string, address: string) {
  const [key, request, cert] = ['key', 'csr', 'pem'].map((end) => join(tls, `${id}.${end}`)) as [string, string, string]
  const names = join(tls, `${id}.ext`)
  writeFileSync(names, `subjectAltName=DNS:${hostname},IP:${address}\nextendedKeyUsage=serverAuth,clientAuth\n`)
  await run('openssl', [
    ...['req', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-subj', `/CN=${hostname}`],
    ...['-keyout', key, '-out', request],
  ])
  await run('openssl', [
    ...['x509', '-req', '-in', request, '-CA', join(tls, 'ca.pem'), '-CAkey', join(tls, 'ca.key'), '-CAcreateserial'],
    ...['-days', days, '-extfile', names, '-out', cert],
  ])
}

/** An authority of the demo's own and a certificate for each mail host, once; the web app trusts `mail-ca.pem`. */
export async function makeCertificates() {
  folder(tls, 0o700)
  if (!existsSync(join(tls, 'ca.pem'))) await makeAuthority()
  for (const host of [...hosts, mx2])
    if (!existsSync(join(tls, `${host.id}.${host.address}.ok`))) {
      await makeLeaf(host.id, host.hostname, host.address)
      writeFileSync(join(tls, `${host.id}.${host.address}.ok`), '')
    }
  copyFileSync(join(tls, 'ca.pem'), join(secrets, 'mail-ca.pem'))
}
