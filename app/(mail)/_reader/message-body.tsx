'use client'

import { ImageOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { FilledFrame, RoutedFrame } from '@/app/(mail)/_reader/body-frame'
import type { MessageDetail } from '@/lib/contract/messages'
import { urls } from '@/lib/contract/urls'

/** The text, in a document of its own; warnings about it stand outside, where it cannot paint. */
export function MessageBody({ detail, subject }: { detail: MessageDetail; subject: string }) {
  const t = useTranslations('reader')
  const [images, setImages] = useState(false)
  if (detail.body.kind === 'empty') return <p className="mt-6 text-ink-faint italic">{t('empty')}</p>
  const frame = {
    title: `${t('body')}: ${subject}`,
    // Lines of plain text are read best short; a newsletter needs the room it was laid out for.
    className: detail.body.kind === 'text' ? 'max-w-[820px]' : 'max-w-[1100px]',
  }
  return (
    <>
      {detail.body.hasRemoteContent && !images && (
        <div className="mt-4 flex flex-wrap items-center gap-3 rounded-md bg-canvas px-3 py-2 text-ink-soft text-sm">
          <ImageOff size={16} strokeWidth={1.75} aria-hidden className="shrink-0" />
          <span className="min-w-48 flex-1">{t('imagesBlocked')}</span>
          <Button onClick={() => setImages(true)}>{t('showImages')}</Button>
        </div>
      )}
      {detail.body.shown && !images ? (
        <FilledFrame body={detail.body.shown} {...frame} />
      ) : (
        <RoutedFrame src={urls.body(detail.ref, { images })} {...frame} />
      )}
      {detail.body.clipped && (
        <p className="mt-3 text-ink-soft text-sm">
          {t('clipped')}{' '}
          <a
            className="text-accent-text underline"
            href={urls.source(detail.ref)}
            target="_blank"
            rel="noopener noreferrer"
          >
            {t('seeAll')}
          </a>
        </p>
      )}
    </>
  )
}
