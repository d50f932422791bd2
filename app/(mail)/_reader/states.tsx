'use client'

import { MailX } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { Skeleton } from '@/app/_ui/skeleton'
import type { Listed } from '@/app/(mail)/_state/listed'
import { PlaceLink } from '@/app/(mail)/_state/place-link'
import { listedPath } from '@/app/(mail)/_state/place-path'
import { useMailboxName } from '@/app/(mail)/_state/use-mailboxes'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import { ApiError } from '@/lib/contract/client'

export function ReaderSkeleton() {
  const t = useTranslations('reader')
  return (
    <div role="status" aria-label={t('loading')} className="px-8 pt-8 max-md:px-4">
      <Skeleton className="h-4 w-1/2" />
      <div className="mt-8 flex items-center gap-3">
        <span className="size-9.5 rounded-full bg-pressed animate-soft" />
        <div className="flex-1">
          <Skeleton className="w-40" />
          <Skeleton className="mt-2 w-24" />
        </div>
      </div>
      <div className="mt-10 grid max-w-xl gap-3.5">
        <Skeleton className="w-full" />
        <Skeleton className="w-11/12" />
        <Skeleton className="w-4/5" />
        <Skeleton className="w-2/3" />
      </div>
    </div>
  )
}

const gone = new Set(['message-gone', 'not-found', 'mailbox-not-found', 'bad-request'])

/** A message that is not there any more, or cannot be had now: two different things to say. */
export function ReaderFailed({ error, onRetry, listed }: { error: Error; onRetry: () => void; listed: Listed }) {
  const t = useTranslations()
  const problemText = useProblemText()
  const name = useMailboxName()(listed.kind === 'mailbox' ? listed.id : '')
  const isGone = error instanceof ApiError && gone.has(error.code)
  return (
    <div className="grid h-full place-content-center justify-items-center gap-2 px-6 pb-24 text-center">
      <span className="mb-2 grid size-14 place-items-center rounded-full bg-canvas text-ink-faint">
        <MailX size={28} strokeWidth={1.5} aria-hidden />
      </span>
      <h1 className="font-semibold text-lg">{t(isGone ? 'reader.gone' : 'reader.failed')}</h1>
      <p className="max-w-80 text-ink-soft">{isGone ? t('reader.goneText') : problemText(error)}</p>
      <div className="mt-3 flex items-center gap-3">
        {!isGone && <Button onClick={onRetry}>{t('ui.retry')}</Button>}
        <PlaceLink href={listedPath(listed)} className="font-medium text-accent-text hover:underline">
          {t('reader.back', { mailbox: name })}
        </PlaceLink>
      </div>
    </div>
  )
}
