'use client'

import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { loadCode } from '@/app/_ui/lazy-view'
import type { StreamEvent } from '@/app/(mail)/_state/live/event-stream'
import type { Announcer } from '@/app/(mail)/_state/notify/announce'
import { usePreferences } from '@/app/(mail)/_state/use-preferences'

/** What the leading tab does with events: it tells of new mail where that is wished. Loaded only then. */
export function useAnnouncements(): (event: StreamEvent) => void {
  const t = useTranslations('notify')
  const list = useTranslations('list')
  const { notifications, sound } = usePreferences()
  const wanted = notifications || sound
  const announcer = useRef<Announcer | null>(null)
  const how = useRef({ notifications, sound })
  useEffect(() => {
    how.current = { notifications, sound }
  })
  useEffect(() => {
    if (!wanted) return
    void loadCode(() => import('@/app/(mail)/_state/notify/announce')).then(({ makeAnnouncer }) => {
      announcer.current = makeAnnouncer({ several: (count) => t('several', { count }), noSubject: list('noSubject') })
    })
    return () => {
      announcer.current = null
    }
  }, [wanted, t, list])
  const lead = useRef((event: StreamEvent) => {
    if (event.type !== 'mailboxes') return
    if (!event.changes.some(({ mailbox, arrived }) => mailbox === 'inbox' && arrived)) return
    announcer.current?.arrived(how.current)
  })
  return lead.current
}
