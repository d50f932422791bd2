'use client'

import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { classNames } from '@/app/_ui/class-names'
import { fillFrame, frameSandbox, markFrame, onFrameHeight, takeFrame } from '@/app/(mail)/_reader/body-frames'
import { usePlace } from '@/app/(mail)/_state/place'
import { wordPattern } from '@/lib/contract/search-words'

const look = 'block w-full rounded-md border-0'
/** Until the text has said how high it is. */
const firstHeight = 320

/** A text shown in a document of its own that was made before: nothing is waited for. */
export function FilledFrame({ body, title, className }: FrameProps & { body: { html: string; look: string } }) {
  const t = useTranslations('threads')
  const host = useRef<HTMLDivElement>(null)
  const quoteLabel = t('quote')
  const marks = useMarks()
  // Before the paint, so that the text is in the same one.
  useLayoutEffect(() => {
    if (!host.current) return
    const frame = takeFrame(host.current)
    frame.title = title
    frame.className = look
    frame.style.cssText = `color-scheme:inherit;height:${firstHeight}px`
    const stops = [
      onFrameHeight(frame, (height) => {
        frame.style.height = `${height}px`
      }),
      fillFrame(frame, { ...body, quoteLabel, marks }),
    ]
    return () => {
      for (const stop of stops) stop()
      frame.remove()
    }
  }, [body, title, quoteLabel, marks])
  return <div ref={host} className={classNames('mt-5', className)} />
}

/** A text whose document asks for itself: it is long, or has pictures. */
export function RoutedFrame({ src, title, className }: FrameProps & { src: string }) {
  const frame = useRef<HTMLIFrameElement>(null)
  const marks = useMarks()
  useEffect(() => {
    const element = frame.current
    if (!element) return
    return onFrameHeight(element, (height) => {
      element.style.height = `${height}px`
    })
  }, [])
  useEffect(() => {
    if (frame.current && marks) return markFrame(frame.current, marks)
  }, [marks])
  return (
    <iframe
      ref={frame}
      src={src}
      title={title}
      sandbox={frameSandbox}
      referrerPolicy="no-referrer"
      className={classNames(look, 'mt-5', className)}
      style={{ height: firstHeight, colorScheme: 'inherit' }}
    />
  )
}

/** The words of the search this was opened from. */
function useMarks(): string | null {
  const { listed } = usePlace()
  const q = listed.kind === 'search' ? listed.q : ''
  return useMemo(() => wordPattern(q), [q])
}

type FrameProps = { title: string; className: string }
