import { readFileSync } from 'node:fs'
import { WorldError } from './shell'

export interface SystemUser {
  readonly uid: number
  readonly gid: number
}

/** Mail is owned by this number, as in Dovecot's mail_uid; it needs no name in /etc/passwd. */
export const mailUser: SystemUser = { uid: 5000, gid: 5000 }

/** A user that a package made. Throws WorldError when the package is not there. */
export function systemUser(name: string): SystemUser {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  if (!uid || !gid) throw new WorldError(`There is no system user "${name}": its package is not installed.`)
  return { uid: Number(uid), gid: Number(gid) }
}
