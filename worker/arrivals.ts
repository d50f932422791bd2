import { findMailAccountById } from '@/lib/db/accounts'
import { listFollowed } from '@/lib/db/arrival-positions'
import { log } from '@/lib/log'
import { followAccount } from '@/worker/follow-account'

/** How soon an inbox that starts to matter is followed; until then its position is kept, so nothing is missed. */
const lookEveryMs = 3_000

/**
 * Follows the inboxes in which something waits for an answer: one idle connection each. Several workers may follow the same
 * inbox: what they do to an arrival comes to the same end.
 */
export function openArrivals(): { count: () => number; close: () => void } {
  const followed = new Map<string, () => void>()
  const refresh = async () => {
    const wanted = new Set(await listFollowed())
    for (const [id, stop] of followed) {
      if (wanted.has(id)) continue
      stop()
      followed.delete(id)
    }
    for (const id of wanted) {
      if (followed.has(id)) continue
      const account = await findMailAccountById(id)
      if (account !== null) followed.set(id, followAccount(account))
    }
  }
  const look = () => void refresh().catch((err) => log.warn({ err }, 'the inboxes to follow could not be read'))
  look()
  const timer = setInterval(look, lookEveryMs)
  return {
    count: () => followed.size,
    close: () => {
      clearInterval(timer)
      for (const stop of followed.values()) stop()
    },
  }
}
