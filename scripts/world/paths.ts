import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { env } from '@/lib/env'

/** The checkout this runs from. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
/** Everything that must survive a restart. */
export const data = env.data
/** Sockets, rendered configuration, process ids: made anew at each start. Short, because a socket's path has 107 bytes at most. */
export const run = `/run/waypost-${createHash('sha256').update(data).digest('hex').slice(0, 8)}`
/** The data folder as the servers see it: another path to the same place when its own is too long or closed to them. */
export const served = join(run, 'data')
export const logs = join(data, 'log')
export const secrets = env.secrets
export const mailserver = join(root, 'mailserver')
