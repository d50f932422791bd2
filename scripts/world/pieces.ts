import { hosts } from './addresses'
import type { Secrets } from './secrets'
import type { Service } from './service'
import { dns } from './services/dns'
import { dovecot } from './services/dovecot'
import { postfix, secondMx } from './services/postfix'
import { postgres } from './services/postgres'
import { redis, rspamd } from './services/rspamd'
import { type WebMode, web } from './services/web'
import { worker } from './services/worker'

/** All servers of the world in the order of their start; those of one step start together. */
export function pieces(secrets: Secrets, mode: WebMode): readonly (readonly Service[])[] {
  return [
    [postgres(secrets), dns, redis],
    [rspamd, ...hosts.map((host) => dovecot(host, secrets))],
    [...hosts.map((host) => postfix(host, secrets)), secondMx(secrets)],
    [web(mode), worker(mode)],
  ]
}
