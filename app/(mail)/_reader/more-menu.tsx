'use client'

import { BellOff, BellRing, Clock, EllipsisVertical, Funnel, Mail, OctagonAlert, ShieldCheck } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Menu, type MenuEntry } from '@/app/_ui/menu'
import type { ReaderActions } from '@/app/(mail)/_reader/use-reader-actions'
import { askForFilter } from '@/app/(mail)/_state/filter-intents'
import { refKey } from '@/app/(mail)/_state/query-keys'
import { askForTime } from '@/app/(mail)/_state/timed-intents'
import type { ThreadDetail } from '@/lib/contract/threads'

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const
const look = 'grid size-8 shrink-0 place-items-center text-ink-soft hover:bg-hover hover:text-ink max-md:size-10'

type MoreMenuProps = { mailbox: string | null; detail: ThreadDetail; actions: ReaderActions }

/** What has no button of its own on a narrow screen. `mailbox`: where it is, if in one place. */
export function MoreMenu({ mailbox, detail, actions }: MoreMenuProps) {
  const t = useTranslations('list')
  return (
    <Menu label={t('more')} className={look} entries={useEntries({ mailbox, detail, actions })}>
      <EllipsisVertical {...icon} />
    </Menu>
  )
}

function useEntries({ mailbox, detail, actions }: MoreMenuProps): MenuEntry[] {
  const t = useTranslations()
  const sent = detail.messages.findLast(({ ref }) => ref.mailbox === 'sent')
  const messageId = detail.opened.find(({ ref }) => sent && refKey(ref) === refKey(sent.ref))?.messageId
  const entries: MenuEntry[] = [
    { label: t('list.markUnread'), icon: <Mail {...icon} />, run: () => actions.act('unread') },
    mailbox === 'spam'
      ? { label: t('list.notSpam'), icon: <ShieldCheck {...icon} />, run: () => actions.act('not-spam') }
      : { label: t('list.spam'), icon: <OctagonAlert {...icon} />, run: () => actions.act('spam') },
    'line',
    detail.muted
      ? { label: t('snooze.unmute'), icon: <BellRing {...icon} />, hint: 'm', run: () => actions.act('unmute') }
      : { label: t('snooze.mute'), icon: <BellOff {...icon} />, hint: 'm', run: () => actions.act('mute') },
  ]
  if (actions.snooze) {
    entries.push({ label: t('snooze.verb'), icon: <Clock {...icon} />, hint: 'b', run: actions.snooze })
  }
  if (actions.unsnooze) entries.push({ label: t('snooze.unsnooze'), icon: <Clock {...icon} />, run: actions.unsnooze })
  const latest = detail.opened.at(-1)
  const sender = latest?.from[0]?.address
  if (sender) {
    // a list is known by its id: many people write to it
    const run = () =>
      askForFilter([latest.list?.id ? { of: 'list', text: latest.list.id } : { of: 'from', text: sender }])
    entries.push({ label: t('filters.like'), icon: <Funnel {...icon} />, run })
  }
  if (messageId) {
    const run = () => askForTime({ kind: 'follow-up', messageId })
    entries.push({ label: t('snooze.remind'), icon: <BellRing {...icon} />, run })
  }
  return entries
}
