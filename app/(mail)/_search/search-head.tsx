'use client'

import { ArrowDownWideNarrow, BookmarkPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '@/app/_ui/icon-button'
import { Menu } from '@/app/_ui/menu'
import { Chips } from '@/app/(mail)/_search/chip-bar'
import { SaveSearch } from '@/app/(mail)/_search/save-search'
import type { SearchListed } from '@/app/(mail)/_state/listed'
import { goTo } from '@/app/(mail)/_state/place'
import { listedPath } from '@/app/(mail)/_state/place-path'
import { useFormat } from '@/app/(mail)/_state/use-format'
import type { SearchWindow } from '@/lib/contract/search'

type Props = { listed: SearchListed; facts: SearchWindow | undefined; onSearch: (q: string) => void }

/** Above what was found: how to narrow it, how much it is, and how much was searched. */
export function SearchHead({ listed, facts, onSearch }: Props) {
  const t = useTranslations('search')
  const [saving, setSaving] = useState(false)
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-2 border-line border-b px-3 py-1.5 max-md:px-2">
      <Chips q={listed.q} rows={facts?.rows ?? []} onSearch={onSearch} />
      <span role="status" className="px-2 text-ink-soft text-sm max-lg:flex-1">
        {facts && <Count facts={facts} />}
      </span>
      <SortMenu listed={listed} />
      <IconButton label={t('save')} onClick={() => setSaving(true)}>
        <BookmarkPlus {...icon} />
      </IconButton>
      {facts && !facts.index.complete && <Searched facts={facts} />}
      {saving && <SaveSearch q={listed.q} onClose={() => setSaving(false)} />}
    </div>
  )
}

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

function Count({ facts: { total, more } }: { facts: SearchWindow }) {
  const t = useTranslations('search')
  const format = useFormat()
  return more ? t('countMore', { count: format.count(total) }) : t('count', { total, count: format.count(total) })
}

function Searched({ facts: { index } }: { facts: SearchWindow }) {
  const t = useTranslations('search')
  const format = useFormat()
  return (
    <p className="basis-full px-2 pt-1 text-sm text-warn-text">
      {t('searched', { indexed: format.count(index.indexed), total: format.count(index.total) })}
    </p>
  )
}

function SortMenu({ listed }: { listed: SearchListed }) {
  const t = useTranslations('search')
  return (
    <Menu
      label={`${t('sort')}: ${t(listed.sort === 'best' ? 'sortBest' : 'sortNewest')}`}
      align="end"
      className="grid size-8 place-items-center text-ink-soft hover:bg-hover hover:text-ink max-md:size-10"
      entries={[
        {
          group: t('sort'),
          value: listed.sort,
          options: [
            { value: 'newest', label: t('sortNewest') },
            { value: 'best', label: t('sortBest') },
          ],
          choose: (value) =>
            goTo(listedPath({ ...listed, sort: value === 'best' ? 'best' : 'newest' }), { replace: true }),
        },
      ]}
    >
      <ArrowDownWideNarrow {...icon} />
    </Menu>
  )
}
