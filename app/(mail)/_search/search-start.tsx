'use client'

import { Clock3 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { wantSearchBox } from '@/app/(mail)/_search/search-box-intents'
import { operatorWords } from '@/app/(mail)/_search/suggest'
import { useAccount } from '@/app/(mail)/_state/account'
import { recentSearches } from '@/app/(mail)/_state/recent-searches'

/** The search page before anything was asked: what was searched before, and what one can ask. */
export function SearchStart({ onSearch }: { onSearch: (q: string) => void }) {
  const t = useTranslations('search')
  const { address } = useAccount()
  const [recent, setRecent] = useState<string[]>([])
  useEffect(() => setRecent(recentSearches(address).slice(0, 5)), [address])
  useEffect(() => wantSearchBox(), [])
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-6 py-6 max-md:px-4">
      {recent.length > 0 && (
        <>
          <h2 className="mb-1 font-semibold">{t('recent')}</h2>
          <ul className="mb-6">
            {recent.map((q) => (
              <li key={q}>
                <button
                  type="button"
                  onClick={() => onSearch(q)}
                  className="flex min-h-9 w-full items-center gap-2.5 rounded-md px-2 text-left text-sm hover:bg-hover max-md:min-h-11"
                >
                  <Clock3 size={16} strokeWidth={1.75} aria-hidden className="shrink-0 text-ink-faint" />
                  <span className="truncate">{q}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 className="mb-2 font-semibold">{t('canAsk')}</h2>
      <dl className="grid max-w-2xl grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 px-2 text-sm">
        {operatorWords.map((word) => (
          <div key={word} className="contents">
            <dt className="font-mono text-ink-soft">{word}:</dt>
            <dd>{t(`operators.${word}`)}</dd>
          </div>
        ))}
        <dt className="font-mono text-ink-soft">"…" -… OR ( )</dt>
        <dd>{t('canCombine')}</dd>
      </dl>
    </div>
  )
}
