'use client'

import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { showToast } from '@/app/_ui/toast'
import { isLate, lateMs, useHeldText } from '@/app/(mail)/_state/outbox/use-held-text'
import { useOutbox } from '@/app/(mail)/_state/outbox/use-outbox'
import { goTo } from '@/app/(mail)/_state/place'
import { threadPath } from '@/app/(mail)/_state/place-path'
import { claimTelling } from '@/app/(mail)/_timed/told-once'
import type { HeldMessage } from '@/lib/contract/outbox'

const shownSeconds = 30
/** Longer than a timer of the browser may run. */
const longestMs = 24 * 60 * 60_000

/** Says once of each message that it has not left though its time came, why, and where it is. Shows nothing itself. */
export default function OutboxTeller() {
  const t = useTranslations('outbox')
  const { data, refetch } = useOutbox()
  const { stateOf, reasonOf } = useHeldText()

  useEffect(() => {
    const tell = (held: HeldMessage) => {
      const { id, ref, subject, sendAt, reason } = held
      if (!claimTelling('waypost-outbox-told', `${id} ${sendAt} ${reason}`)) return
      const open = () => ref && goTo(threadPath({ kind: 'mailbox', id: 'scheduled' }, ref))
      const what = t('tell', { subject: subject || t('noSubject'), state: stateOf(held), reason: reasonOf(held) ?? '' })
      const action = ref === null ? undefined : { label: t('open'), run: open }
      showToast(what, { tone: 'error', seconds: shownSeconds, action })
    }
    for (const held of data?.messages ?? []) {
      // whether it was taken is known within a minute: nothing to trouble anybody with
      const wrong = held.state === 'stopped' || (held.state === 'held' && held.reason !== null)
      if (wrong || isLate(held)) tell(held)
    }
  }, [data, t, stateOf, reasonOf])

  useEffect(() => {
    const soonest = Math.min(...(data?.messages ?? []).map(({ sendAt }) => new Date(sendAt).getTime() + lateMs + 2_000))
    const wait = soonest - Date.now()
    if (wait < 0 || wait > longestMs) return
    const timer = setTimeout(() => void refetch(), wait)
    return () => clearTimeout(timer)
  }, [data, refetch])
  return null
}
