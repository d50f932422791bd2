'use client'

import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { classNames } from '@/app/_ui/class-names'
import { Dialog } from '@/app/_ui/dialog'
import { fits } from '@/app/(mail)/_palette/fuzzy'
import { type PaletteItem, usePaletteItems } from '@/app/(mail)/_palette/use-palette-items'
import { goTo } from '@/app/(mail)/_state/place'
import { listedPath } from '@/app/(mail)/_state/place-path'

const mostShown = 50

/** Every action and place by name: type a part of it, Enter does it. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const t = useTranslations('palette')
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('title')} hideTitle kind="top">
      <PaletteBox onClose={onClose} />
    </Dialog>
  )
}

function PaletteBox({ onClose }: { onClose: () => void }) {
  const t = useTranslations('palette')
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const found = useFound(query)
  const list = useId()
  const chosen = found[Math.min(at, found.length - 1)]
  const run = (item: PaletteItem | undefined) => {
    if (!item) return
    onClose()
    // After the dialog gave the focus back: what runs may want it.
    setTimeout(item.run)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
    const step = steps[event.key]
    if (event.key === 'Enter') run(chosen)
    else if (step) setAt((now) => Math.min(Math.max(0, now + step), found.length - 1))
    else return
    event.preventDefault()
  }
  return (
    <div className="grid max-h-[min(28rem,80dvh)] grid-rows-[auto_minmax(0,1fr)]">
      <input
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={chosen && `${list}-${chosen.id}`}
        aria-label={t('title')}
        placeholder={t('placeholder')}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
        className="h-12 border-line border-b bg-transparent px-4 text-lg outline-none placeholder:text-ink-faint"
      />
      <Options list={list} found={found} chosen={chosen} onRun={run} />
    </div>
  )
}

type OptionsProps = {
  list: string
  found: PaletteItem[]
  chosen: PaletteItem | undefined
  onRun: (item: PaletteItem) => void
}

function Options({ list, found, chosen, onRun }: OptionsProps) {
  const t = useTranslations('palette')
  const seen = useRef<string | undefined>(undefined)
  const keepInView = (element: HTMLElement | null) => {
    if (!element || seen.current === element.id) return
    seen.current = element.id
    element.scrollIntoView({ block: 'nearest' })
  }
  return (
    <div id={list} role="listbox" aria-label={t('found')} className="overflow-y-auto p-1.5">
      {found.length === 0 && <p className="px-2.5 py-3 text-ink-faint text-sm">{t('nothing')}</p>}
      {found.map((item) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above has the keys
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the combobox, aria-activedescendant names this
        <div
          key={item.id}
          id={`${list}-${item.id}`}
          ref={item === chosen ? keepInView : undefined}
          role="option"
          aria-selected={item === chosen}
          onClick={() => onRun(item)}
          className={classNames(
            'flex min-h-9 cursor-pointer items-center gap-3 rounded-md px-2.5 py-1 max-md:min-h-11',
            item === chosen ? 'bg-selected' : 'hover:bg-hover',
          )}
        >
          <span className="min-w-0 flex-1 truncate" dir="auto">
            {item.label}
          </span>
          <span className="shrink-0 text-ink-faint text-xs">{item.hint ?? t(`kinds.${item.group}`)}</span>
        </div>
      ))}
    </div>
  )
}

/** What fits best first; at the end, the words as a search of the mail. */
function useFound(query: string): PaletteItem[] {
  const t = useTranslations('palette')
  const items = usePaletteItems()
  return useMemo(() => {
    const q = query.trim()
    const scored = items.flatMap((item) => {
      const score = fits(q, item.label)
      return score === null ? [] : [{ item, score }]
    })
    if (q !== '') scored.sort((a, b) => b.score - a.score)
    const found = scored.slice(0, mostShown).map(({ item }) => item)
    if (q === '') return found
    const run = () => goTo(listedPath({ kind: 'search', q, sort: 'newest' }))
    return [...found, { id: 'search', group: 'searches', label: t('search', { q }), run }]
  }, [items, query, t])
}
