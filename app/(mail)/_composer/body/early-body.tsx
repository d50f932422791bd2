import { type RefObject, useLayoutEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { textToHtml } from '@/app/(mail)/_editor/html'
import type { DraftSession } from '@/app/(mail)/_state/draft-session'

/** What was typed before the editor was there, and whether the focus waits for it. */
export type Early = { text: string; held: boolean }

type Props = {
  early: RefObject<Early>
  /** Null while the signature is not in the text: what is typed waits for it. */
  session: DraftSession | null
}

/**
 * Where the body will be. It takes what is typed, as the buttons behind it would otherwise: a space on Send sends. The
 * draft has the words at once, above what stood there.
 */
export function EarlyBody({ early, session }: Props) {
  const t = useTranslations('composer')
  const field = useRef<HTMLTextAreaElement>(null)
  const below = useRef<string | null>(null)
  const write = (text: string) => {
    early.current.text = text
    if (session === null) return
    below.current ??= session.snapshot().draft.html
    session.change({ html: textToHtml(text) + below.current })
  }
  const onShown = useRef(write)
  useLayoutEffect(() => {
    const element = field.current
    if (element === null) return
    element.value = early.current.text
    if (element.value !== '') onShown.current(element.value)
    if (early.current.held) element.focus()
    return () => {
      early.current.held = document.activeElement === element
    }
  }, [early])
  return (
    <textarea
      ref={field}
      aria-label={t('editorLoading')}
      aria-busy
      onChange={(event) => write(event.target.value)}
      className="min-h-0 w-full flex-1 resize-none bg-transparent px-3 py-2 text-sm leading-6 outline-none max-md:text-lg"
    />
  )
}
