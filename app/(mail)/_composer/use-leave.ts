import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { showToast } from '@/app/_ui/toast'
import type { ComposerDesk } from '@/app/(mail)/_composer/composer-desk'
import type { ComposerWindow } from '@/app/(mail)/_composer/composer-windows'
import { useErrorText } from '@/app/(mail)/_composer/use-error-text'
import { useSaySent } from '@/app/(mail)/_composer/use-say-sent'
import { detailsKey, mailboxesKey, threadsKey } from '@/app/(mail)/_state/query-keys'
import { ApiError } from '@/lib/contract/client'
import type { MessageSent } from '@/lib/contract/drafts'

type Ready = Extract<ComposerWindow, { state: 'ready' }>

/** The three ways out of a composer: close and keep, discard with undo, and sent. */
export function useLeave(desk: ComposerDesk, window: Ready) {
  const t = useTranslations('composer')
  const errorText = useErrorText()
  const client = useQueryClient()
  const { session, release } = window
  const saySent = useSaySent(desk)

  const refresh = () => {
    void client.invalidateQueries({ queryKey: threadsKey() })
    void client.invalidateQueries({ queryKey: detailsKey })
    void client.invalidateQueries({ queryKey: mailboxesKey })
  }

  /** Closes at once and saves behind the scenes; a save that fails is tried again by the draft itself. */
  const close = async () => {
    desk.close(window)
    await session.save()
    const { status } = session.snapshot()
    if (status.kind === 'unsaved') {
      const action = { label: t('openAgain'), run: () => desk.reopen(window) }
      return showToast(t('notSavedToast', { reason: errorText(status.error) }), { tone: 'error', action })
    }
    if (status.kind !== 'untouched') showToast(t('draftSaved'))
    release()
    refresh()
  }

  const discard = async () => {
    const { draft, status } = session.snapshot()
    desk.close(window)
    const removed = session.discard().then(refresh, (error: unknown) => {
      const reason = errorText(error instanceof ApiError ? error : new ApiError({ code: 'internal' }))
      showToast(t('notDiscarded', { reason }), { tone: 'error' })
    })
    release()
    const undo = async () => {
      await removed
      desk.openDraft({ draft, saved: null, changed: true })
    }
    if (status.kind !== 'untouched' || session.saved)
      showToast(t('discarded'), { action: { label: t('undo'), run: () => void undo() } })
    await removed
  }

  const sent = (answer: MessageSent) => {
    desk.close(window)
    release()
    saySent(answer)
    refresh()
  }
  return { close, discard, sent }
}

export type Leave = ReturnType<typeof useLeave>
