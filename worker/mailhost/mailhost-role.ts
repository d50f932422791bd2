import { removeDeliveryBefore } from '@/lib/db/delivery'
import { removeCommandsBefore } from '@/lib/db/queue-commands'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { FaultKeeper } from '@/worker/mailhost/faults/fault-keeper'
import { dovecotLog, LogFollower, postfixLog } from '@/worker/mailhost/follow-log'
import { QueueKeeper } from '@/worker/mailhost/queue-commands'
import type { Role } from '@/worker/role'

const hourMs = 60 * 60 * 1000

async function clean() {
  try {
    const before = new Date(Date.now() - env.deliveryDays * 24 * hourMs)
    await removeDeliveryBefore(before)
    await removeCommandsBefore(before)
  } catch (err) {
    log.warn({ err }, 'old delivery events were not removed')
  }
}

/**
 * Beside the mail hosts: reads the logs named in WAYPOST_POSTFIX_LOGS and WAYPOST_DOVECOT_LOGS into delivery events, and
 * carries out what the web asks of the queues in WAYPOST_POSTFIX_CONFIGS.
 */
export const mailhostRole: Role = {
  name: 'mailhost',
  start: async () => {
    const followers = [
      ...env.postfixLogs.map(({ hostId, path }) => postfixLog(hostId, path)),
      ...env.dovecotLogs.map(({ hostId, path }) => dovecotLog(hostId, path)),
    ].map((followed) => ({ name: `${followed.hostId}/${followed.program}`, follower: new LogFollower(followed) }))
    const queues = new QueueKeeper(env.postfixConfigs)
    for (const { follower } of followers) follower.start()
    await queues.start()
    const faults = env.demo ? new FaultKeeper(env.postfixConfigs) : null
    await faults?.start()
    await clean()
    const timer = setInterval(() => void clean(), hourMs)
    return {
      state: () => ({
        ok: !queues.state.failing && followers.every(({ follower }) => !follower.state.failing),
        queues: queues.state,
        logs: Object.fromEntries(followers.map(({ name, follower }) => [name, follower.state])),
      }),
      stop: async () => {
        clearInterval(timer)
        await faults?.stop()
        await queues.stop()
        await Promise.all(followers.map(({ follower }) => follower.stop()))
      },
    }
  },
}
