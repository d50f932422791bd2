'use client'

import { Check, ChevronDown } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { classNames } from '@/app/_ui/class-names'
import { Menu, type MenuEntry } from '@/app/_ui/menu'
import { chosenIn, excludedIn, excluding, including, personCondition, withChip } from '@/app/(mail)/_search/chips'
import { useAccount } from '@/app/(mail)/_state/account'
import { useMailboxes, useMailboxName } from '@/app/(mail)/_state/use-mailboxes'
import type { SearchLeaf } from '@/lib/contract/search-tree'
import type { ThreadRow } from '@/lib/contract/threads'

type Props = { q: string; rows: ThreadRow[]; onSearch: (q: string) => void }

const look =
  'inline-flex h-7 max-w-64 shrink-0 items-center gap-1.5 rounded-full! border px-3 font-medium text-sm max-md:h-9 forced-colors:border'
const on = 'border-transparent bg-selected text-accent-text'
const off = 'border-line text-ink-soft hover:bg-hover hover:text-ink'

/** Ways to narrow a search. Each writes its condition into the search's text. */
export function Chips(props: Props) {
  const t = useTranslations('search.chips')
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of buttons, no fields
    <div
      role="group"
      aria-label={t('label')}
      className="flex min-w-0 flex-1 gap-1.5 overflow-x-auto p-1 [scrollbar-width:none] max-lg:basis-full"
    >
      <PersonChip {...props} field="from" />
      <TimeChip {...props} />
      <ToggleChip {...props} kind="attachment" condition={{ kind: 'has', what: 'attachment' }} />
      <PersonChip {...props} field="to" />
      <ToggleChip {...props} kind="unread" condition={{ kind: 'is', what: 'unread' }} />
      <ToggleChip {...props} kind="starred" condition={{ kind: 'is', what: 'starred' }} />
      <PlaceChip {...props} />
      <ExcludeChip {...props} />
    </div>
  )
}

function ToggleChip({
  q,
  onSearch,
  kind,
  condition,
}: Props & { kind: 'attachment' | 'unread' | 'starred'; condition: SearchLeaf }) {
  const t = useTranslations('search.chips')
  const pressed = chosenIn(q, kind) !== ''
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={() => onSearch(withChip(q, kind, pressed ? null : condition))}
      className={classNames(look, pressed ? on : off)}
    >
      {pressed && <Check size={14} strokeWidth={2} aria-hidden />}
      {t(kind)}
    </button>
  )
}

function MenuChip({ label, chosen, entries }: { label: string; chosen: string; entries: MenuEntry[] }) {
  return (
    <Menu
      label={chosen ? `${label}: ${chosen}` : label}
      tip={false}
      entries={entries}
      className={classNames(look, chosen ? on : off)}
    >
      <span className="truncate">{chosen || label}</span>
      <ChevronDown size={14} strokeWidth={2} aria-hidden className="shrink-0" />
    </Menu>
  )
}

const peopleOffered = 8

/** The people of the results, those in most of them first. */
function peopleIn(rows: ThreadRow[], field: 'from' | 'to', mine: string) {
  const counts = new Map<string, { name: string; address: string; count: number }>()
  for (const row of rows) {
    for (const { name, address } of field === 'from' ? row.participants : row.to) {
      const known = counts.get(address)
      if (known) known.count += 1
      else counts.set(address, { name: address === mine ? '' : name, address, count: 1 })
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).slice(0, peopleOffered)
}

function PersonChip({ q, rows, onSearch, field }: Props & { field: 'from' | 'to' }) {
  const t = useTranslations('search.chips')
  const { address: mine } = useAccount()
  const chosen = chosenIn(q, field)
  const people = peopleIn(rows, field, mine).map(({ name, address }) => ({
    label: name ? `${name} <${address}>` : address,
    run: () => onSearch(withChip(q, field, personCondition(field, address))),
  }))
  return (
    <MenuChip
      label={t(field)}
      chosen={chosen}
      entries={[...offEntry(chosen, t('anyone'), () => onSearch(withChip(q, field, null))), ...people]}
    />
  )
}

/** First in the menu of a chip that is on: what takes it off. */
const offEntry = (chosen: string, label: string, run: () => void): MenuEntry[] =>
  chosen ? [{ label, run }, 'line'] : []

const times = {
  'newer-than-1d': { kind: 'newer-than', amount: 1, unit: 'd' },
  'newer-than-7d': { kind: 'newer-than', amount: 7, unit: 'd' },
  'newer-than-1m': { kind: 'newer-than', amount: 1, unit: 'm' },
  'newer-than-6m': { kind: 'newer-than', amount: 6, unit: 'm' },
  'newer-than-1y': { kind: 'newer-than', amount: 1, unit: 'y' },
  'older-than-1y': { kind: 'older-than', amount: 1, unit: 'y' },
} as const satisfies Record<string, SearchLeaf>
const timeNames = Object.keys(times) as (keyof typeof times)[]

function TimeChip({ q, onSearch }: Props) {
  const t = useTranslations('search.chips')
  const chosen = chosenIn(q, 'time')
  const entries = timeNames.map((name) => ({ label: t(name), run: () => onSearch(withChip(q, 'time', times[name])) }))
  const clear = offEntry(chosen, t('anyTime'), () => onSearch(withChip(q, 'time', null)))
  return <MenuChip label={t('anyTime')} chosen={chosen} entries={[...clear, ...entries]} />
}

function usePlaces() {
  const nameOf = useMailboxName()
  const { data } = useMailboxes()
  return (data?.mailboxes ?? [])
    .filter(({ role }) => role !== 'all')
    .map(({ id, role, path }) => ({ value: role ?? path, label: role ? nameOf(id) : path }))
}

function PlaceChip({ q, onSearch }: Props) {
  const t = useTranslations('search.chips')
  const chosen = chosenIn(q, 'place')
  const go = (mailbox: string | null) => () =>
    onSearch(withChip(q, 'place', mailbox === null ? null : { kind: 'in', mailbox }))
  const entries = [
    { label: t('anywhere'), run: go('anywhere') },
    ...usePlaces().map(({ value, label }) => ({ label, run: go(value) })),
  ]
  return (
    <MenuChip label={t('place')} chosen={chosen} entries={[...offEntry(chosen, t('anyPlace'), go(null)), ...entries]} />
  )
}

function ExcludeChip({ q, onSearch }: Props) {
  const t = useTranslations('search.chips')
  const gone = excludedIn(q)
  const entries: MenuEntry[] = usePlaces().map(({ value, label }) => ({
    label: gone.includes(value) ? t('include', { name: label }) : label,
    run: () => onSearch(gone.includes(value) ? including(q, value) : excluding(q, value)),
  }))
  return <MenuChip label={t('exclude')} chosen={gone.map((name) => `-in:${name}`).join(' ')} entries={entries} />
}
