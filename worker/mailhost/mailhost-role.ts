import { removeDeliveryBefore } from '@/lib/db/delivery'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { dovecotLog, LogFollower, postfixLog } from '@/worker/mailhost/follow-log'
import type { Role } from '@/worker/role'

const hourMs = 60 * 60 * 1000

async function clean() {
  try {
    await removeDeliveryBefore(new Date(Date.now() - env.deliveryDays * 24 * hourMs))
  } catch (err) {
    log.warn({ err }, 'old delivery events were not removed')
  }
}

/** Beside the mail hosts: reads the logs named in WAYPOST_POSTFIX_LOGS and WAYPOST_DOVECOT_LOGS into delivery events. */
export const mailhostRole: Role = {
  name: 'mailhost',
  start: async () => {
    const followers = [
      ...env.postfixLogs.map(({ hostId, path }) => postfixLog(hostId, path)),
      ...env.dovecotLogs.map(({ hostId, path }) => dovecotLog(hostId, path)),
    ].map((followed) => ({ name: `${followed.hostId}/${followed.program}`, follower: new LogFollower(followed) }))
    for (const { follower } of followers) follower.start()
    await clean()
    const timer = setInterval(() => void clean(), hourMs)
    return {
      state: () => ({
        ok: followers.every(({ follower }) => !follower.state.failing),
        logs: Object.fromEntries(followers.map(({ name, follower }) => [name, follower.state])),
      }),
      stop: async () => {
        clearInterval(timer)
        await Promise.all(followers.map(({ follower }) => follower.stop()))
      },
    }
  },
}
