'use client'

import { EllipsisVertical, Search } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { classNames } from '@/app/_ui/class-names'
import { Menu } from '@/app/_ui/menu'
import { RenameSearch } from '@/app/(mail)/_nav/rename-search'
import type { Listed } from '@/app/(mail)/_state/listed'
import { usePlace } from '@/app/(mail)/_state/place'
import { PlaceLink } from '@/app/(mail)/_state/place-link'
import { listedPath } from '@/app/(mail)/_state/place-path'
import { useSavedSearchEdits, useSavedSearches } from '@/app/(mail)/_state/use-saved-searches'
import type { SavedSearch } from '@/lib/contract/saved-searches'

/** The searches a person keeps, below the mailboxes. */
export default function SavedSearches({ onFollow }: { onFollow?: () => void }) {
  const t = useTranslations('search')
  const searches = useSavedSearches()
  const [renaming, setRenaming] = useState<SavedSearch | null>(null)
  if (searches.length === 0) return null
  return (
    <>
      <h2 className="mt-4 mb-1 px-3 font-medium text-ink-faint text-xs">{t('saved')}</h2>
      <ul>
        {searches.map((search) => (
          <SavedSearchLink key={search.id} search={search} onFollow={onFollow} onRename={() => setRenaming(search)} />
        ))}
      </ul>
      {renaming && <RenameSearch search={renaming} onClose={() => setRenaming(null)} />}
    </>
  )
}

type LinkProps = { search: SavedSearch; onFollow?: () => void; onRename: () => void }

function SavedSearchLink({ search, onFollow, onRename }: LinkProps) {
  const { listed } = usePlace()
  const target: Listed = { kind: 'search', q: search.query, sort: 'newest' }
  const here = listed.kind === 'search' && listed.q === search.query
  return (
    <li
      className={classNames(
        'group flex h-8 items-center rounded-md text-sm transition-colors max-md:h-11',
        here ? 'bg-selected font-semibold text-ink' : 'text-ink-soft hover:bg-hover hover:text-ink',
      )}
    >
      <PlaceLink
        href={listedPath(target)}
        onClick={onFollow}
        aria-current={here ? 'page' : undefined}
        title={search.query}
        className="flex h-full min-w-0 flex-1 items-center gap-3 pl-3"
      >
        <Search
          size={16}
          strokeWidth={1.75}
          aria-hidden
          className={classNames('shrink-0', here && 'text-accent-text')}
        />
        <span className="min-w-0 flex-1 truncate">{search.name}</span>
      </PlaceLink>
      <SavedSearchMenu search={search} onRename={onRename} />
    </li>
  )
}

function SavedSearchMenu({ search, onRename }: { search: SavedSearch; onRename: () => void }) {
  const t = useTranslations('search')
  const searches = useSavedSearches()
  const { remove, order } = useSavedSearchEdits()
  const ids = searches.map(({ id }) => id)
  const at = ids.indexOf(search.id)
  const move = (to: number) => () => order(ids.toSpliced(at, 1).toSpliced(to, 0, search.id))
  return (
    <Menu
      label={t('more', { name: search.name })}
      className="grid size-7 shrink-0 place-items-center text-ink-faint opacity-0 hover:bg-pressed hover:text-ink focus-visible:opacity-100 aria-expanded:opacity-100 group-hover:opacity-100 max-md:size-10 max-md:opacity-100"
      entries={[
        { label: t('rename'), run: onRename },
        { label: t('moveUp'), disabled: at === 0, run: move(at - 1) },
        { label: t('moveDown'), disabled: at === ids.length - 1, run: move(at + 1) },
        'line',
        { label: t('remove'), danger: true, run: () => remove(search.id) },
      ]}
    >
      <EllipsisVertical size={14} strokeWidth={1.75} aria-hidden />
    </Menu>
  )
}
