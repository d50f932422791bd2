'use client'

import { useEffect, useLayoutEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { classNames } from '@/app/_ui/class-names'
import { fillFrame, frameSandbox, onFrameHeight, takeFrame } from '@/app/(mail)/_reader/body-frames'

const look = 'block w-full rounded-md border-0'
/** Until the text has said how high it is. */
const firstHeight = 320

/** A text shown in a document of its own that was made before: nothing is waited for. */
export function FilledFrame({ body, title, className }: FrameProps & { body: { html: string; look: string } }) {
  const t = useTranslations('threads')
  const host = useRef<HTMLDivElement>(null)
  const quoteLabel = t('quote')
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
      fillFrame(frame, { ...body, quoteLabel }),
    ]
    return () => {
      for (const stop of stops) stop()
      frame.remove()
    }
  }, [body, title, quoteLabel])
  return <div ref={host} className={classNames('mt-5', className)} />
}

/** A text whose document asks for itself: it is long, or has pictures. */
export function RoutedFrame({ src, title, className }: FrameProps & { src: string }) {
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(() => {
    const element = frame.current
    if (!element) return
    return onFrameHeight(element, (height) => {
      element.style.height = `${height}px`
    })
  }, [])
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

type FrameProps = { title: string; className: string }
