import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { DraftSession } from '@/app/(mail)/_state/draft-session'

type Props = { session: DraftSession; text: string; focusFirst: boolean; children: ReactNode }

/** The body as plain text; it grows with its lines. */
export function PlainBody({ session, text, focusFirst, children }: Props) {
  const t = useTranslations('composer')
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (!focusFirst) return
    area.current?.focus()
    area.current?.setSelectionRange(0, 0)
  }, [focusFirst])
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
