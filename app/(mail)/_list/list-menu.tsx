'use client'

import { ArrowDownToLine, ArrowUpToLine, EllipsisVertical } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Menu } from '@/app/_ui/menu'
import { useListMode } from '@/app/(mail)/_state/use-list-mode'

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

/** What can be done with the list itself: its ends, and whether it shows conversations. */
export function ListMenu({ onJump }: { onJump: (end: 'newest' | 'oldest') => void }) {
  const t = useTranslations()
  const { mode, choose } = useListMode()
  return (
    <Menu
      label={t('list.more')}
      className="grid size-8 shrink-0 place-items-center text-ink-soft hover:bg-hover max-md:size-10"
      entries={[
        { label: t('list.newest'), icon: <ArrowUpToLine {...icon} />, run: () => onJump('newest') },
        { label: t('list.oldest'), icon: <ArrowDownToLine {...icon} />, run: () => onJump('oldest') },
        'line',
        {
          group: t('threads.show'),
          value: mode,
          options: [
            { value: 'threads', label: t('threads.conversations') },
            { value: 'messages', label: t('threads.messages') },
          ],
          choose: (value) => choose(value === 'messages' ? 'messages' : 'threads'),
        },
      ]}
    >
      <EllipsisVertical {...icon} />
    </Menu>
  )
}
