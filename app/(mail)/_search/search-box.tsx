'use client'

import { Search, SlidersHorizontal, X } from 'lucide-react'
import { type FocusEvent, type FormEvent, lazy, Suspense, useEffect, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { classNames } from '@/app/_ui/class-names'
import { IconButton } from '@/app/_ui/icon-button'
import type { AssistKeys } from '@/app/(mail)/_search/assist'
import { rememberSearch } from '@/app/(mail)/_search/recent-searches'
import { onSearchBoxWanted } from '@/app/(mail)/_search/search-box-intents'
import { useAccount } from '@/app/(mail)/_state/account'
import { useCommands } from '@/app/(mail)/_state/commands/use-commands'
import { goTo, usePlace } from '@/app/(mail)/_state/place'
import { listedPath } from '@/app/(mail)/_state/place-path'

const loadAssist = () => import('@/app/(mail)/_search/assist')
const Assist = lazy(loadAssist)
const SearchForm = lazy(() => import('@/app/(mail)/_search/search-form'))

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

/** The search box of the header. What helps while typing, and the form, load when first wanted. */
export function SearchBox() {
  const t = useTranslations('search')
  const { address } = useAccount()
  const { listed, thread } = usePlace()
  const searched = listed.kind === 'search' ? listed : null
  const [text, setText] = useState(searched?.q ?? '')
  const [open, setOpen] = useState<'none' | 'assist' | 'form'>('none')
  const [active, setActive] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const keys = useRef<AssistKeys>(null)
  const listId = useId()

  const q = searched?.q ?? ''
  useEffect(() => setText(q), [q])
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
    setText(typed)
    setOpen('none')
    if (typed.trim() === '') return
    rememberSearch(address, typed)
    goTo(listedPath({ kind: 'search', q: typed.trim(), sort: searched?.sort ?? 'newest' }))
    input.current?.blur()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    search(text)
  }
  const left = (event: FocusEvent<HTMLFormElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen((now) => (now === 'assist' ? 'none' : now))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not known to every browser's accessibility yet
    <form
      role="search"
      onSubmit={submit}
      onBlur={left}
      className={classNames('relative min-w-0 max-w-2xl flex-1', (!searched || thread) && 'max-md:hidden')}
    >
      <div className="flex h-9 items-center gap-1 rounded-lg border border-line bg-surface pr-0.5 pl-2.5 focus-within:border-accent-text max-md:h-10">
        <Search {...icon} className="shrink-0 text-ink-faint" />
        <input
          ref={input}
          type="search"
          enterKeyHint="search"
          aria-label={t('label')}
          placeholder={t('label')}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          maxLength={2000}
          aria-autocomplete="list"
          aria-controls={open === 'assist' ? listId : undefined}
          aria-activedescendant={(open === 'assist' && active) || undefined}
          value={text}
          onFocus={() => setOpen('assist')}
          onChange={(event) => {
            setText(event.target.value)
            setOpen('assist')
          }}
          onKeyDown={(event) => keys.current?.(event)}
          className="min-w-0 flex-1 appearance-none bg-transparent px-1 text-base text-ink outline-none placeholder:text-ink-faint max-md:text-lg [&::-webkit-search-cancel-button]:hidden"
        />
        {text !== '' && (
          <IconButton
            label={t('clear')}
            size="small"
            onClick={() => {
              setText('')
              input.current?.focus()
            }}
          >
            <X {...icon} />
          </IconButton>
        )}
        <IconButton
          label={t('filters')}
          size="small"
          aria-expanded={open === 'form'}
          onClick={() => setOpen((now) => (now === 'form' ? 'none' : 'form'))}
        >
          <SlidersHorizontal {...icon} />
        </IconButton>
      </div>
      <Suspense fallback={null}>
        {open === 'assist' && (
          <Assist
            ref={keys}
            id={listId}
            text={text}
            onText={setText}
            onSearch={search}
            onActive={setActive}
            onClose={() => setOpen('none')}
          />
        )}
        {open === 'form' && (
          <SearchForm text={text} onText={setText} onSearch={search} onClose={() => setOpen('none')} />
        )}
      </Suspense>
    </form>
  )
}
