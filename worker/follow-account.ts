import type { MailAccount } from '@/lib/auth/signed-in'
import { log } from '@/lib/log'
import { watchAccount } from '@/lib/service/live-events'
import { forgetWhenQuiet, lookAtArrivals } from '@/lib/service/look-at-arrivals'

const retryMs = 5_000
const tidyEveryMs = 30 * 60_000

/** Runs `work` whenever asked, never twice at once; asked meanwhile, once more. After a fault again by itself. */
function oneAtATime(work: () => Promise<void>): () => void {
  let running = false
  let again = false
  const run = async () => {
    again = false
    try {
      await work()
    } catch (err) {
      log.warn({ err }, 'arrivals could not be looked at and will be later')
      setTimeout(ask, retryMs).unref()
    }
    running = false
    if (again) ask()
  }
  const ask = () => {
    if (running) again = true
    else {
      running = true
      void run()
    }
  }
  return ask
}

/** Looks at an account's arrivals now and after each one, until the returned function is called. */
export function followAccount(account: MailAccount): () => void {
  let stopped = false
  const look = oneAtATime(async () => {
    if (!stopped) await lookAtArrivals(account)
  })
  const unwatch = watchAccount(account, (event) => {
    const arrived = event.type === 'mailboxes' && event.changes.some((it) => it.mailbox === 'inbox' && it.arrived)
    if (event.type === 'ready' || arrived) look()
  })
  const tidy = oneAtATime(() => forgetWhenQuiet(account))
  const timer = setInterval(tidy, tidyEveryMs)
  return () => {
    stopped = true
    clearInterval(timer)
    unwatch()
  }
}
