'use client'

import { SearchX } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { chosenIn, widened, withChip } from '@/app/(mail)/_search/chips'
import type { IndexProgress } from '@/lib/contract/search'

type Props = { q: string; index: IndexProgress | undefined; onSearch: (q: string) => void }

const offered = 3

/** Nothing was found: how to find more. */
export function NothingFound({ q, index, onSearch }: Props) {
  const t = useTranslations('search')
  const everywhere = chosenIn(q, 'place') === '' ? withChip(q, 'place', { kind: 'in', mailbox: 'anywhere' }) : null
  return (
    <div className="grid flex-1 place-content-center justify-items-center gap-2 px-6 pb-24 text-center">
      <span className="mb-2 grid size-14 place-items-center rounded-full bg-canvas text-ink-faint">
        <SearchX size={28} strokeWidth={1.5} aria-hidden />
      </span>
      <h2 className="font-semibold text-lg">{t('nothing')}</h2>
      <p className="max-w-96 text-ink-soft">{t(index && !index.complete ? 'nothingYet' : 'nothingText')}</p>
      <div className="mt-3 flex max-w-xl flex-wrap justify-center gap-2">
        {everywhere && <Button onClick={() => onSearch(everywhere)}>{t('everywhere')}</Button>}
        {widened(q)
          .slice(0, offered)
          .map(({ left, q: wider }) => (
            <Button key={left} onClick={() => onSearch(wider)} className="max-w-full">
              <span className="truncate">{t('fixWithout', { text: left })}</span>
            </Button>
          ))}
      </div>
    </div>
  )
}
