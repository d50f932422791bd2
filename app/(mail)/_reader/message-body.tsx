'use client'

import { ImageOff } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { classNames } from '@/app/_ui/class-names'
import type { MessageDetail } from '@/lib/contract/messages'
import { urls } from '@/lib/contract/urls'

/** The text, in a document of its own; warnings about it stand outside, where it cannot paint. */
export function MessageBody({ detail, subject }: { detail: MessageDetail; subject: string }) {
  const t = useTranslations('reader')
  const [images, setImages] = useState(false)
  if (detail.body.kind === 'empty') return <p className="mt-6 text-ink-faint italic">{t('empty')}</p>
  return (
    <>
      {detail.body.hasRemoteContent && !images && (
        <div className="mt-4 flex flex-wrap items-center gap-3 rounded-md bg-canvas px-3 py-2 text-ink-soft text-sm">
          <ImageOff size={16} strokeWidth={1.75} aria-hidden className="shrink-0" />
          <span className="min-w-48 flex-1">{t('imagesBlocked')}</span>
          <Button onClick={() => setImages(true)}>{t('showImages')}</Button>
        </div>
      )}
      <BodyFrame
        src={urls.body(detail.ref, { images })}
        title={`${t('body')}: ${subject}`}
        // Lines of plain text are read best short; a newsletter needs the room it was laid out for.
        className={detail.body.kind === 'text' ? 'max-w-[820px]' : 'max-w-[1100px]'}
      />
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

/**
 * The sandbox here repeats the one of the answer's own Content-Security-Policy: no origin, no forms, no scripts but the
 * nonce'd one that tells the height. The height is a hint from hostile ground: a number, within bounds.
 */
function BodyFrame({ src, title, className }: { src: string; title: string; className: string }) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [height, setHeight] = useState<number | null>(null)
  useEffect(() => {
    const listen = (event: MessageEvent<unknown>) => {
      if (event.source !== frame.current?.contentWindow) return
      const reported = heightOf(event.data)
      if (reported !== null) setHeight(reported)
    }
    window.addEventListener('message', listen)
    return () => window.removeEventListener('message', listen)
  }, [])
  return (
    <iframe
      ref={frame}
      src={src}
      title={title}
      sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
      className={classNames('mt-5 block w-full rounded-md border-0', className)}
      style={{ height: height ?? 320, colorScheme: 'inherit' }}
    />
  )
}

function heightOf(data: unknown): number | null {
  if (typeof data !== 'object' || data === null || !('type' in data) || !('height' in data)) return null
  if (data.type !== 'waypost-body-height' || typeof data.height !== 'number' || !Number.isFinite(data.height))
    return null
  return Math.min(200_000, Math.max(24, Math.ceil(data.height)))
}
