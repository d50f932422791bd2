// The worker: what has to happen though nobody is looking. `WAYPOST_ROLES` says which roles this process has.
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { openHealthSocket } from '@/worker/health-socket'
import type { RunningRole } from '@/worker/role'
import { roles } from '@/worker/roles'

/** Work under way gets this long to end after SIGTERM; what is cut off is taken up again at the next start. */
const shutdownMs = 8_000

const wanted = roles.filter(({ name }) => env.roles.length === 0 || env.roles.includes(name))
const running = new Map<string, RunningRole>()
const states = () => Object.fromEntries([...running].map(([name, role]) => [name, role.state()]))

process.on('unhandledRejection', (err) => log.error({ err }, 'a promise was rejected and nobody looked'))

for (const role of wanted) running.set(role.name, await role.start())
const socket = await openHealthSocket(env.workerSocket, states)
log.info({ roles: [...running.keys()] }, 'worker is running')

let stopping = false
async function shutDown(signal: string) {
  if (stopping) return
  stopping = true
  log.info({ signal }, 'worker is stopping')
  setTimeout(() => process.exit(0), shutdownMs).unref()
  socket.close()
  await Promise.allSettled([...running.values()].map((role) => role.stop()))
  process.exit(0)
}
process.on('SIGTERM', () => void shutDown('SIGTERM'))
process.on('SIGINT', () => void shutDown('SIGINT'))
