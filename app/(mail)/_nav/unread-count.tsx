'use client'

import { useTranslations } from 'use-intl'
import { classNames } from '@/app/_ui/class-names'
import { useFormat } from '@/app/(mail)/_state/use-format'

/** How many unread messages something has; nothing when none. */
export function UnreadCount({ unread, strong = false }: { unread: number; strong?: boolean }) {
  const t = useTranslations('nav')
  const format = useFormat()
  if (unread === 0) return null
  return (
    <span className={classNames('text-xs', strong ? 'font-semibold text-ink' : 'text-ink-faint')}>
      <span aria-hidden>{format.count(unread)}</span>
      <span className="sr-only">{t('unread', { count: format.count(unread) })}</span>
    </span>
  )
}
