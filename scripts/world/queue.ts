import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dnsAddress } from './addresses'
import { folder } from './folders'
import { data } from './paths'
import { systemUser } from './users'

const queueFolders = [
  'active',
  'bounce',
  'corrupt',
  'defer',
  'deferred',
  'flush',
  'hold',
  'incoming',
  'private',
  'saved',
  'trace',
]

/** The gid of Postfix's own group for the folders its commands write into. */
function postdropGroup(): number {
  const line = readFileSync('/etc/group', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('postdrop:'))
  return Number(line?.split(':')[2] ?? 0)
}

/** The queue, with what its chrooted daemons read: our DNS server instead of the machine's. */
export function makeQueue(id: string) {
  const owner = systemUser('postfix')
  const queue = folder(join(data, id, 'spool'), 0o755)
  for (const name of queueFolders) folder(join(queue, name), 0o700, owner)
  folder(join(queue, 'maildrop'), 0o1730, { uid: owner.uid, gid: postdropGroup() })
  folder(join(queue, 'public'), 0o710, { uid: owner.uid, gid: postdropGroup() })
  folder(join(queue, 'pid'), 0o755)
  folder(join(queue, 'etc'), 0o755)
  writeFileSync(join(queue, 'etc', 'resolv.conf'), `nameserver ${dnsAddress}\noptions timeout:2 attempts:2\n`)
  writeFileSync(join(queue, 'etc', 'nsswitch.conf'), 'hosts: files dns\nservices: files\n')
  writeFileSync(join(queue, 'etc', 'hosts'), '127.0.0.1 localhost\n')
  if (existsSync('/etc/services')) copyFileSync('/etc/services', join(queue, 'etc', 'services'))
  folder(join(data, id, 'postfix-state'), 0o700, owner)
}
