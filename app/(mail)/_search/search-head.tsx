'use client'

import { BookmarkPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
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
    <div className="shrink-0 border-line border-b">
      <Chips q={listed.q} rows={facts?.rows ?? []} onSearch={onSearch} />
      <div className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 pr-2 pb-1 pl-5 text-ink-soft text-sm max-md:pl-4">
        <span role="status">
          {facts && <Count facts={facts} />}
          {facts && !facts.index.complete && <Searched facts={facts} />}
        </span>
        <span className="flex-1" />
        <SortMenu listed={listed} />
        <Button kind="quiet" onClick={() => setSaving(true)}>
          <BookmarkPlus size={16} strokeWidth={1.75} aria-hidden />
          {t('save')}
        </Button>
      </div>
      {saving && <SaveSearch q={listed.q} onClose={() => setSaving(false)} />}
    </div>
  )
}

function Count({ facts: { total, more } }: { facts: SearchWindow }) {
  const t = useTranslations('search')
  const format = useFormat()
  return more ? t('countMore', { count: format.count(total) }) : t('count', { total, count: format.count(total) })
}

function Searched({ facts: { index } }: { facts: SearchWindow }) {
  const t = useTranslations('search')
  const format = useFormat()
  return (
    <span className="ml-2 text-warn-text">
      {t('searched', { indexed: format.count(index.indexed), total: format.count(index.total) })}
    </span>
  )
}

function SortMenu({ listed }: { listed: SearchListed }) {
  const t = useTranslations('search')
  return (
    <Menu
      label={t('sort')}
      tip={false}
      align="end"
      className="h-8 px-3 font-medium text-ink-soft text-sm hover:bg-hover hover:text-ink"
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
      {t(listed.sort === 'best' ? 'sortBest' : 'sortNewest')}
    </Menu>
  )
}
