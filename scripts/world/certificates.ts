import { copyFileSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hosts, mx2 } from './addresses'
import { makeAuthority, makeLeaf } from './authority'
import { folder } from './folders'
import { data, secrets } from './paths'

const tls = join(data, 'tls')

/** Certificate and key of one mail host, by its id. */
export const certificateFiles = (id: string) => ({ cert: join('tls', `${id}.pem`), key: join('tls', `${id}.key`) })

/** An authority of the demo's own and a certificate for each mail host, once; the web app trusts `mail-ca.pem`. */
export async function makeCertificates() {
  folder(tls, 0o700)
  if (!existsSync(join(tls, 'ca.pem'))) await makeAuthority(tls)
  for (const host of [...hosts, mx2])
    if (!existsSync(join(tls, `${host.id}.${host.address}.ok`))) {
      await makeLeaf(tls, host.id, host.hostname, host.address)
      writeFileSync(join(tls, `${host.id}.${host.address}.ok`), '')
    }
  copyFileSync(join(tls, 'ca.pem'), join(secrets, 'mail-ca.pem'))
}
