'use client'

import { useTranslations } from 'use-intl'
import { useMailboxName } from '@/app/(mail)/_state/use-mailboxes'
import type { ThreadRow } from '@/lib/contract/threads'

const shown = 2

/** In a list over several mailboxes: where the messages of a row are. */
export function FoundIn({ row }: { row: ThreadRow }) {
  const t = useTranslations('search')
  const nameOf = useMailboxName()
  const places = [...new Set([row.ref, ...row.messages.map(({ ref }) => ref)].map(({ mailbox }) => mailbox))]
  return places.slice(0, shown).map((mailbox) => (
    <span
      key={mailbox}
      className="max-w-28 shrink-0 truncate rounded bg-canvas px-1.5 text-ink-soft text-xs leading-5 max-md:hidden"
    >
      <span className="sr-only">{t('foundIn')} </span>
      {nameOf(mailbox)}
    </span>
  ))
}
