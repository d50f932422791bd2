'use client'

import { useEffect, useRef, useState } from 'react'
import type { AssistKeys } from '@/app/(mail)/_search/assist'
import { onSearchBoxWanted } from '@/app/(mail)/_search/search-box-intents'
import { useAccount } from '@/app/(mail)/_state/account'
import { useCommands } from '@/app/(mail)/_state/commands/use-commands'
import { goTo, usePlace } from '@/app/(mail)/_state/place'
import { listedPath } from '@/app/(mail)/_state/place-path'
import { rememberSearch } from '@/app/(mail)/_state/recent-searches'

/** What lies open below the box. */
type Open = 'none' | 'assist' | 'form'

/** What the search box holds and does. Its text is that of the search one is at, until one types. */
export function useSearchBox() {
  const { address } = useAccount()
  const { listed } = usePlace()
  const searched = listed.kind === 'search' ? listed : null
  const q = searched?.q ?? ''
  const [text, setText] = useState(q)
  const [open, setOpen] = useState<Open>('none')
  const input = useRef<HTMLInputElement>(null)
  const filters = useRef<HTMLButtonElement>(null)
  const keys = useRef<AssistKeys>(null)
  const isTyping = useRef(false)
  useEffect(() => {
    // The page of the last search may come after the next one was begun.
    if (!isTyping.current || document.activeElement !== input.current) setText(q)
  }, [q])

  const focus = () => {
    input.current?.focus()
    input.current?.select()
  }
  useCommands({ search: focus }, 'shell')
  useEffect(
    () =>
      onSearchBoxWanted((part) => {
        input.current?.focus()
        if (part) input.current?.setSelectionRange(part.start, part.end)
      }),
    [],
  )
  const search = (typed: string) => {
    isTyping.current = false
    setText(typed)
    setOpen('none')
    if (typed.trim() === '') return
    rememberSearch(address, typed)
    goTo(listedPath({ kind: 'search', q: typed.trim(), sort: searched?.sort ?? 'newest' }))
    // The keys of the list are wanted next.
    input.current?.blur()
  }
  const type = (typed: string) => {
    isTyping.current = true
    setText(typed)
    setOpen('assist')
  }
  const clear = () => {
    setText('')
    input.current?.focus()
  }
  const closeForm = () => {
    setOpen('none')
    filters.current?.focus()
  }
  return { text, setText, open, setOpen, input, filters, keys, search, type, clear, closeForm }
}
