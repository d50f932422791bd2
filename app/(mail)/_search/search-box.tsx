'use client'

import { Search, SlidersHorizontal, X } from 'lucide-react'
import { type FocusEvent, type FormEvent, Suspense, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { classNames } from '@/app/_ui/class-names'
import { IconButton } from '@/app/_ui/icon-button'
import { lazyView } from '@/app/_ui/lazy-view'
import { useSearchBox } from '@/app/(mail)/_search/use-search-box'
import { usePlace } from '@/app/(mail)/_state/place'

const Assist = lazyView(() => import('@/app/(mail)/_search/assist'))
const SearchForm = lazyView(() => import('@/app/(mail)/_search/search-form'))

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

/** The search box of the header. What helps while typing, and the form, load when first wanted. */
export function SearchBox() {
  const { listed, thread } = usePlace()
  const box = useSearchBox()
  const { text, setText, open, setOpen, keys, search } = box
  const [active, setActive] = useState<string | null>(null)
  const [hasList, setHasList] = useState(false)
  const listId = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    search(text)
  }
  const left = (event: FocusEvent<HTMLFormElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen((now) => (now === 'assist' ? 'none' : now))
  }
  const elsewhere = listed.kind !== 'search' || thread !== null
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not known to every browser's accessibility yet
    <form
      role="search"
      onSubmit={submit}
      onBlur={left}
      className={classNames('relative min-w-0 max-w-2xl flex-1', elsewhere && 'max-md:hidden')}
    >
      <Field box={box} listId={hasList ? listId : undefined} active={active} />
      <Suspense fallback={null}>
        {open === 'assist' && (
          <Assist
            ref={keys}
            id={listId}
            text={text}
            onText={setText}
            onSearch={search}
            onActive={setActive}
            onListed={setHasList}
            onClose={() => setOpen('none')}
          />
        )}
        {open === 'form' && <SearchForm text={text} onText={setText} onSearch={search} onClose={box.closeForm} />}
      </Suspense>
    </form>
  )
}

type FieldProps = { box: ReturnType<typeof useSearchBox>; listId: string | undefined; active: string | null }

function Field({ box: { text, open, setOpen, input, filters, keys, type, clear }, listId, active }: FieldProps) {
  const t = useTranslations('search')
  return (
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
        aria-controls={listId}
        aria-activedescendant={(listId && active) || undefined}
        value={text}
        onFocus={() => setOpen('assist')}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => keys.current?.(event)}
        className="min-w-0 flex-1 appearance-none bg-transparent px-1 text-base text-ink outline-none placeholder:text-ink-faint max-md:text-lg [&::-webkit-search-cancel-button]:hidden"
      />
      {text !== '' && (
        <IconButton label={t('clear')} size="small" onClick={clear}>
          <X {...icon} />
        </IconButton>
      )}
      <IconButton
        ref={filters}
        label={t('filters')}
        size="small"
        aria-expanded={open === 'form'}
        onClick={() => setOpen(open === 'form' ? 'none' : 'form')}
      >
        <SlidersHorizontal {...icon} />
      </IconButton>
    </div>
  )
}
