import { CloudOff } from 'lucide-react'
import { useFormatter, useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { useErrorText } from '@/app/(mail)/_composer/use-error-text'
import type { DraftSession, DraftStatus } from '@/app/(mail)/_state/draft-session'

/** `Saving`, `Saved 14:02`: a few quiet words beside the buttons. */
export function DraftState({ status }: { status: DraftStatus }) {
  const t = useTranslations('composer.state')
  const format = useFormatter()
  const words = () => {
    if (status.kind === 'saving') return t('saving')
    if (status.kind === 'sending') return t('sending')
    if (status.kind === 'unsaved') return t('unsaved')
    if (status.kind === 'saved')
      return t('saved', { time: format.dateTime(new Date(status.at), { hour: 'numeric', minute: '2-digit' }) })
    return ''
  }
  return <span className="truncate text-ink-faint text-xs">{words()}</span>
}

/** What went wrong with saving, what happens to the text meanwhile, and what to do. */
export function UnsavedBar({ status, session }: { status: DraftStatus; session: DraftSession }) {
  const t = useTranslations('composer.unsaved')
  const errorText = useErrorText()
  if (status.kind !== 'unsaved') return null
  const { error, kept } = status
  const reason = error.code === 'offline' ? t('offline') : errorText(error)
  return (
    <div role="alert" className="flex shrink-0 items-center gap-2 bg-warn-wash py-1 pr-2 pl-3 text-sm text-warn-text">
      <CloudOff size={16} strokeWidth={1.75} aria-hidden className="shrink-0" />
      <span className="min-w-0 flex-1 break-words py-1">
        {reason} {t(kept ? 'kept' : 'notKept')}
      </span>
      {error.code === 'not-signed-in' ? (
        <a className="shrink-0 px-2 font-semibold underline" href="/sign-in" target="_blank" rel="noopener">
          {t('signIn')}
        </a>
      ) : (
        <Button onClick={() => void session.save()}>{t('retry')}</Button>
      )}
    </div>
  )
}
