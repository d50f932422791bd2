import { SearchX, UserRound, Users } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { Skeleton } from '@/app/_ui/skeleton'
import { useVisibleRows } from '@/app/_ui/use-visible-rows'
import { ContactLine } from '@/app/(mail)/_contacts/contact-line'
import { type ContactList, useContacts, windowSize } from '@/app/(mail)/_contacts/use-contacts'
import { useCursor } from '@/app/(mail)/_contacts/use-cursor'
import type { Selected } from '@/app/(mail)/_contacts/use-selected'
import type { ContactsPlace } from '@/app/(mail)/_state/contacts-path'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'

const rowHeight = 56

type RowsProps = { place: ContactsPlace; q: string; selected: Selected; onClear: () => void; action: ReactNode }

/** The rows on the screen of a list that may be very long. */
export function ContactRows({ place, q, selected, onClear, action }: RowsProps) {
  const t = useTranslations('contacts')
  const [windows, setWindows] = useState<readonly number[]>([0])
  const list = useContacts({ group: place.group, q }, windows)
  const { scroller, attach, rows, scrollTo } = useVisibleRows({
    count: list.total,
    height: rowHeight,
    loading: list.loading,
    start: () => 0,
    onScroll: () => undefined,
  })
  const first = Math.floor((rows[0] ?? 0) / windowSize)
  const last = Math.floor((rows.at(-1) ?? 0) / windowSize)
  useEffect(() => {
    // a thumb dragged over all of them passes every window: fetch where it rests
    const timer = setTimeout(() => setWindows(first === last ? [first] : [first, last]), 60)
    return () => clearTimeout(timer)
  }, [first, last])
  const cursor = useCursor({ scroller, list, scrollTo, selected })
  if (list.loading || list.total === 0) {
    return <NoRows list={list} place={place} q={q} onClear={onClear} action={action} />
  }
  return (
    <div ref={attach} className="min-h-0 flex-1 overflow-y-auto">
      <ul
        aria-label={t('title')}
        onKeyDown={cursor.onKeyDown}
        className="relative"
        style={{ height: list.total * rowHeight }}
      >
        {rows.map((index) => (
          <ContactLine
            key={index}
            index={index}
            total={list.total}
            start={index * rowHeight}
            height={rowHeight}
            row={list.rowAt(index)}
            place={place}
            selected={selected}
            reachable={index === cursor.at}
            onFocus={() => cursor.set(index)}
          />
        ))}
      </ul>
    </div>
  )
}

type NoRowsProps = { list: ContactList; place: ContactsPlace; q: string; onClear: () => void; action: ReactNode }

function NoRows({ list, place, q, onClear, action }: NoRowsProps) {
  const t = useTranslations()
  const problemText = useProblemText()
  const icon = { size: 28, strokeWidth: 1.5, 'aria-hidden': true } as const
  if (list.error) return <Notice icon={<UserRound {...icon} />} title={problemText(list.error)} />
  if (list.loading) return <Loading />
  if (q !== '') {
    const clear = <Button onClick={onClear}>{t('contacts.clearSearch')}</Button>
    return <Notice icon={<SearchX {...icon} />} title={t('contacts.noMatch')} action={clear} />
  }
  if (place.group !== null) {
    return <Notice icon={<Users {...icon} />} title={t('contacts.emptyGroup')} text={t('contacts.emptyGroupText')} />
  }
  const text = t('contacts.emptyText')
  return <Notice icon={<UserRound {...icon} />} title={t('contacts.empty')} text={text} action={action} />
}

function Notice({ icon, title, text, action }: { icon: ReactNode; title: string; text?: string; action?: ReactNode }) {
  return (
    <div role="status" className="grid flex-1 place-content-center justify-items-center gap-2 px-6 pb-24 text-center">
      <span className="mb-2 grid size-14 place-items-center rounded-full bg-canvas text-ink-faint">{icon}</span>
      <p className="font-semibold text-lg">{title}</p>
      {text && <p className="max-w-80 text-ink-soft">{text}</p>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  )
}

function Loading() {
  const t = useTranslations('ui')
  return (
    <div role="status" aria-label={t('loading')} className="flex-1 overflow-hidden">
      {Array.from({ length: 12 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: all alike
        <div key={index} className="flex items-center gap-3 px-4" style={{ height: rowHeight }}>
          <Skeleton className="size-8" />
          <div className="flex-1 space-y-2">
            <Skeleton className="w-32" />
            <Skeleton className="w-48" />
          </div>
        </div>
      ))}
    </div>
  )
}
