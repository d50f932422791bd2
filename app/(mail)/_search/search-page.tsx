'use client'

import { type ReactNode, useMemo } from 'react'
import { NothingFound } from '@/app/(mail)/_search/nothing-found'
import { Problems } from '@/app/(mail)/_search/problems'
import { SearchHead } from '@/app/(mail)/_search/search-head'
import { SearchStart } from '@/app/(mail)/_search/search-start'
import { useAccount } from '@/app/(mail)/_state/account'
import type { SearchListed } from '@/app/(mail)/_state/listed'
import { goTo } from '@/app/(mail)/_state/place'
import { listedPath } from '@/app/(mail)/_state/place-path'
import { rememberSearch } from '@/app/(mail)/_state/recent-searches'
import { useSearchFacts } from '@/app/(mail)/_state/use-search-facts'
import { parseSearch } from '@/lib/contract/search-grammar'

type Props = {
  listed: SearchListed
  /** The list of what was found; it shows `empty` when that is nothing. */
  list: (empty: ReactNode) => ReactNode
}

/** What a search found, or why it was not made. */
export default function SearchPage({ listed, list }: Props) {
  const { address } = useAccount()
  const { q } = listed
  const problems = useMemo(() => parseSearch(q).problems, [q])
  const search = (next: string) => {
    rememberSearch(address, next)
    goTo(listedPath({ ...listed, q: next }))
  }
  if (q.trim() === '') return <SearchStart onSearch={search} />
  if (problems.length > 0) return <Problems q={q} problems={problems} onSearch={search} />
  return <Found listed={listed} list={list} onSearch={search} />
}

function Found({ listed, list, onSearch }: Props & { onSearch: (q: string) => void }) {
  const facts = useSearchFacts(listed)
  // The server knows what the grammar cannot: which mailboxes and labels there are.
  if (facts && facts.problems.length > 0) {
    return <Problems q={listed.q} problems={facts.problems} onSearch={onSearch} />
  }
  return (
    <>
      <SearchHead listed={listed} facts={facts} onSearch={onSearch} />
      {list(<NothingFound q={listed.q} index={facts?.index} onSearch={onSearch} />)}
    </>
  )
}
