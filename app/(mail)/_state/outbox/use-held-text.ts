'use client'

import { useTranslations } from 'use-intl'
import { useFormat } from '@/app/(mail)/_state/use-format'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import { ApiError } from '@/lib/contract/client'
import type { HeldMessage } from '@/lib/contract/outbox'

/** A message that is still held this long after its time: no worker has taken it. */
export const lateMs = 15_000

export const isLate = ({ state, reason, sendAt }: HeldMessage): boolean =>
  state === 'held' && reason === null && Date.now() - new Date(sendAt).getTime() > lateMs

/** Where a held message stands, in a few words; and why it has not left, if there is a reason. */
export function useHeldText() {
  const t = useTranslations('outbox')
  const format = useFormat()
  const problemText = useProblemText()
  const stateOf = (held: HeldMessage): string => {
    if (held.state !== 'held') return t(held.state)
    if (held.nextTry !== null) return t('again', { time: format.clock(held.nextTry) })
    return t(isLate(held) ? 'late' : 'held', { time: format.medium(held.sendAt) })
  }
  const reasonOf = ({ reason, detail }: HeldMessage): string | null => {
    if (reason === null) return null
    return reason === 'interrupted' ? t('reason-interrupted') : problemText(new ApiError({ code: reason, detail }))
  }
  return { stateOf, reasonOf }
}
