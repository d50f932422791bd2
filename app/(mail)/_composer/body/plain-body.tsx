import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { Early } from '@/app/(mail)/_composer/body/early-body'
import type { BodyTools } from '@/app/(mail)/_composer/use-identity'
import { htmlToText } from '@/app/(mail)/_editor/html'
import { exchangeInText } from '@/app/(mail)/_editor/signature-in-text'
import type { DraftSession } from '@/app/(mail)/_state/draft-session'

type Props = {
  early: RefObject<Early>
  tools: RefObject<BodyTools | null>
  session: DraftSession
  text: string
  focusFirst: boolean
  children: ReactNode
}

/** The body as plain text; it grows with its lines. */
export function PlainBody({ early, tools, session, text, focusFirst, children }: Props) {
  const t = useTranslations('composer')
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    area.current?.setSelectionRange(0, 0)
    if (focusFirst) area.current?.focus()
  }, [focusFirst])

  useEffect(() => {
    const { text: typed, held } = early.current
    early.current = { text: '', held: false }
    const field = area.current
    if (field === null) return
    if (typed !== '') {
      field.setRangeText(typed, 0, 0, 'end')
      session.change({ text: field.value })
    }
    if (held) field.focus()
  }, [early, session])

  useEffect(() => {
    tools.current = {
      exchangeSignature: (next, old) =>
        session.change((now) => ({ text: exchangeInText(now.text, htmlToText(old), htmlToText(next)) })),
      insert: (html) => {
        const field = area.current
        if (!field) return
        field.setRangeText(htmlToText(html), field.selectionStart, field.selectionEnd, 'end')
        session.change({ text: field.value })
        field.focus()
      },
    }
    return () => {
      tools.current = null
    }
  }, [session, tools])
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto px-3 py-2">
      <textarea
        ref={area}
        aria-label={t('body')}
        value={text}
        onChange={(event) => session.change({ text: event.target.value })}
        className="field-sizing-content min-h-24 w-full flex-1 resize-none bg-transparent font-mono text-sm leading-6 outline-none max-md:text-lg"
      />
      {children}
    </div>
  )
}
