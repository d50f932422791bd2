'use client'

import { Inbox, PenLine, Search } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { classNames } from '@/app/_ui/class-names'
import { openComposer } from '@/app/(mail)/_state/composer-intents'
import { usePlace } from '@/app/(mail)/_state/place'
import { PlaceLink } from '@/app/(mail)/_state/place-link'
import { mailboxPath } from '@/app/(mail)/_state/place-path'

const look = 'flex flex-1 flex-col items-center justify-center gap-0.5 text-xs font-medium'

/** On a phone: what one does most, under the thumb. */
export function BottomBar() {
  const t = useTranslations()
  const { listed } = usePlace()
  const searching = listed.kind === 'search'
  const here = listed.kind === 'mailbox' && listed.id === 'inbox'
  return (
    <nav
      aria-label={t('nav.quickBar')}
      className="flex min-h-14 shrink-0 border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <PlaceLink
        href={mailboxPath('inbox')}
        aria-current={here ? 'page' : undefined}
        className={classNames(look, here ? 'text-accent-text' : 'text-ink-soft')}
      >
        <Inbox size={20} strokeWidth={1.75} aria-hidden />
        {t('mailbox.inbox')}
      </PlaceLink>
      <PlaceLink
        href="/search"
        aria-current={searching ? 'page' : undefined}
        className={classNames(look, searching ? 'text-accent-text' : 'text-ink-soft')}
      >
        <Search size={20} strokeWidth={1.75} aria-hidden />
        {t('search.short')}
      </PlaceLink>
      <button type="button" className={classNames(look, 'text-ink-soft')} onClick={() => openComposer({ kind: 'new' })}>
        <PenLine size={20} strokeWidth={1.75} aria-hidden />
        {t('shell.compose')}
      </button>
    </nav>
  )
}
