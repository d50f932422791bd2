import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { showToast } from '@/app/_ui/toast'
import type { ComposerDesk } from '@/app/(mail)/_composer/composer-desk'
import { detailsKey, mailboxesKey, outboxKey, threadsKey } from '@/app/(mail)/_state/query-keys'
import { useFormat } from '@/app/(mail)/_state/use-format'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import { ApiError } from '@/lib/contract/client'
import type { MessageSent } from '@/lib/contract/drafts'
import { writingApi } from '@/lib/contract/writing-client'

type Held = NonNullable<MessageSent['held']>

/** A message that leaves later than this was given a time. */
const soonMs = 60_000

/** Says what became of a message after Send, and offers Undo for as long as the server promises it. */
export function useSaySent(desk: ComposerDesk): (sent: MessageSent) => void {
  const t = useTranslations('composer')
  const format = useFormat()
  const problemText = useProblemText()
  const client = useQueryClient()

  /** The composer again, as it was. */
  const takeBack = async ({ id }: Held) => {
    const close = showToast(t('takingBack'), { seconds: 30 })
    try {
      desk.openDraft(await writingApi.recall(id))
    } catch (error) {
      showToast(t('notTakenBack', { reason: problemText(error) }), { tone: 'error' })
    }
    close()
    for (const queryKey of [threadsKey(), detailsKey, mailboxesKey, outboxKey]) {
      void client.invalidateQueries({ queryKey })
    }
  }

  const textOf = ({ sendAt, reason }: Held) => {
    if (reason !== null) {
      const error = reason === 'interrupted' ? null : new ApiError({ code: reason })
      return t('waiting', { reason: error === null ? '' : problemText(error) })
    }
    return new Date(sendAt).getTime() - Date.now() > soonMs
      ? t('scheduled', { time: format.medium(sendAt) })
      : t('sent')
  }

  return ({ held }) => {
    if (held === null) return void showToast(t('sent'))
    const action = { label: t('undo'), run: () => void takeBack(held) }
    const tone = held.reason === null ? 'plain' : 'error'
    const offer = { action, seconds: held.undoSeconds, firm: true }
    showToast(textOf(held), held.undoSeconds > 0 ? { tone, ...offer } : { tone })
  }
}
