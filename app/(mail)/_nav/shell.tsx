'use client'

import { type ReactNode, Suspense, useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { Later } from '@/app/_ui/late'
import { lazyView } from '@/app/_ui/lazy-view'
import { hideToast, toastStore } from '@/app/_ui/toast'
import { Banner } from '@/app/(mail)/_nav/banner'
import { BottomBar } from '@/app/(mail)/_nav/bottom-bar'
import { Header } from '@/app/(mail)/_nav/header'
import { Sidebar } from '@/app/(mail)/_nav/sidebar'
import { useCommands } from '@/app/(mail)/_state/commands/use-commands'
import { openComposer } from '@/app/(mail)/_state/composer-intents'
import { contactsPath } from '@/app/(mail)/_state/contacts-path'
import { useDrag } from '@/app/(mail)/_state/drag'
import { goTo } from '@/app/(mail)/_state/place'
import { mailboxPath, settingsPath } from '@/app/(mail)/_state/place-path'
import { usePreferences } from '@/app/(mail)/_state/use-preferences'

const ForwardingBanner = lazyView(() => import('@/app/(mail)/_nav/forwarding-banner'))
const LiveEvents = lazyView(() => import('@/app/(mail)/_nav/live-events'))
const DragGhost = lazyView(() => import('@/app/(mail)/_labels/drag-ghost'))

const go = (mailbox: string) => () => goTo(mailboxPath(mailbox))

/** The newest Undo that is offered. */
function runUndo(label: string): void {
  const toast = toastStore.snapshot().findLast(({ action }) => action?.label === label)
  if (!toast) return
  hideToast(toast.id)
  toast.action?.run()
}

/** The frame of every mail page: mailboxes at the left, the page on its sheet at the right. */
export function Shell({ search, children }: { search: ReactNode; children: ReactNode }) {
  const t = useTranslations('shell')
  const ui = useTranslations('ui')
  const { density } = usePreferences()
  useCommands(
    {
      compose: () => openComposer({ kind: 'new' }),
      'go-inbox': go('inbox'),
      'go-starred': go('starred'),
      'go-snoozed': go('snoozed'),
      'go-sent': go('sent'),
      'go-drafts': go('drafts'),
      'go-all': go('all'),
      'go-contacts': () => goTo(contactsPath({ group: null, contact: null })),
      undo: () => runUndo(ui('undo')),
      'go-settings': () => goTo(settingsPath('general')),
    },
    'shell',
  )
  // A page comes painted before it hears keys: who drives it (tests, extensions) can wait for this.
  useEffect(() => {
    document.documentElement.dataset.ready = ''
  }, [])
  return (
    <div
      data-density={density}
      className="grid h-dvh grid-cols-[15rem_minmax(0,1fr)] max-lg:grid-cols-[13rem_minmax(0,1fr)] max-md:grid-cols-1"
    >
      <a
        href="#main"
        className="sr-only z-50 rounded-md bg-accent px-3 py-2 text-accent-ink focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t('skip')}
      </a>
      <Sidebar />
      <div className="flex min-h-0 min-w-0 flex-col">
        <Banner />
        <Suspense fallback={null}>
          <ForwardingBanner />
        </Suspense>
        <Header search={search} />
        <main
          id="main"
          tabIndex={-1}
          className="relative flex min-h-0 flex-1 flex-col overflow-hidden border-line border-t bg-surface outline-none md:rounded-tl-lg md:border-l"
        >
          {children}
        </main>
        <BottomBar />
      </div>
      <Later>
        <LiveEvents />
      </Later>
      <DragSlot />
    </div>
  )
}

/** What is dragged is drawn once something is: its code loads then. */
function DragSlot() {
  const drag = useDrag()
  if (!drag) return null
  return (
    <Suspense fallback={null}>
      <DragGhost drag={drag} />
    </Suspense>
  )
}
