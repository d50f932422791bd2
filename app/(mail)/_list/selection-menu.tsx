'use client'

import { BellOff, BellRing, Clock, EllipsisVertical } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Menu, type MenuEntry } from '@/app/_ui/menu'
import type { Action } from '@/app/(mail)/_state/actions'
import { showsSnoozed } from '@/app/(mail)/_state/can-snooze'
import type { Listed } from '@/app/(mail)/_state/listed'
import type { ThreadRow } from '@/lib/contract/threads'

type Props = { listed: Listed; rows: ThreadRow[]; onAct: (action: Action) => void; onUnsnooze: () => void }

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

/** What is done to ticked conversations less often. */
export function SelectionMenu({ listed, rows, onAct, onUnsnooze }: Props) {
  const t = useTranslations()
  const muted = rows.every((row) => row.muted)
  const entries: MenuEntry[] = [
    muted
      ? { label: t('snooze.unmute'), icon: <BellRing {...icon} />, hint: 'm', run: () => onAct('unmute') }
      : { label: t('snooze.mute'), icon: <BellOff {...icon} />, hint: 'm', run: () => onAct('mute') },
  ]
  if (showsSnoozed(listed)) {
    entries.push({ label: t('snooze.unsnooze'), icon: <Clock {...icon} />, run: onUnsnooze })
  }
  return (
    <Menu
      label={t('list.more')}
      className="grid size-8 shrink-0 place-items-center text-ink-soft hover:bg-hover max-md:size-10"
      entries={entries}
    >
      <EllipsisVertical {...icon} />
    </Menu>
  )
}
