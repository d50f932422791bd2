'use client'

import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Suggestion } from '@/app/(mail)/_search/suggest'
import { SuggestionRow } from '@/app/(mail)/_search/suggestion-row'
import { useSuggestions } from '@/app/(mail)/_search/use-suggestions'
import { useAccount } from '@/app/(mail)/_state/account'
import { forgetSearch } from '@/app/(mail)/_state/recent-searches'

/** Hears the keys of the search box first. */
export type AssistKeys = (event: KeyboardEvent<HTMLInputElement>) => void

type Props = {
  ref: Ref<AssistKeys>
  id: string
  text: string
  onText: (text: string) => void
  onSearch: (text: string) => void
  /** The id of the option the arrows are on. */
  onActive: (option: string | null) => void
  /** Whether there is a list to choose from. */
  onListed: (shown: boolean) => void
  onClose: () => void
}

/**
 * What could be meant by what is typed; focus stays in the box. The box keeps the role of a search box, which may own a
 * list and an active option but is never "expanded": how many there are is said instead.
 */
export default function Assist({ ref, id, text, onText, onSearch, onActive, onListed, onClose }: Props) {
  const t = useTranslations('search')
  const { address } = useAccount()
  const { suggestions, refresh } = useSuggestions(text)
  // another text is another list, with nothing chosen in it from the first moment
  const [chosenAt, setChosenAt] = useState({ text, at: -1 })
  const setAt = (at: number) => setChosenAt({ text, at })
  const count = suggestions.length
  const current = Math.min(chosenAt.text === text ? chosenAt.at : -1, count - 1)
  const optionId = (index: number) => `${id}-${index}`
  const activeId = current < 0 ? null : optionId(current)
  useEffect(() => {
    onActive(activeId)
    return () => onActive(null)
  }, [activeId, onActive])
  const hasList = count > 0
  useEffect(() => {
    onListed(hasList)
    return () => onListed(false)
  }, [hasList, onListed])

  const choose = ({ whole, text: chosen }: Suggestion) => (whole ? onSearch(chosen) : onText(chosen))
  const forget = ({ term }: Suggestion) => {
    forgetSearch(address, term)
    refresh()
  }
  useImperativeHandle(ref, () => (event) => {
    if (event.nativeEvent.isComposing) return
    const chosen = suggestions[current]
    const acts: Record<string, (() => void) | undefined> = {
      ArrowDown: count > 0 ? () => setAt(current + 1 < count ? current + 1 : -1) : undefined,
      ArrowUp: count > 0 ? () => setAt(current < 0 ? count - 1 : current - 1) : undefined,
      Enter: chosen && (() => choose(chosen)),
      Tab: chosen && !event.shiftKey ? () => choose(chosen) : undefined,
      Delete: chosen?.kind === 'recent' ? () => forget(chosen) : undefined,
      // Once to put the suggestions away; the browser's own Escape would empty the box.
      Escape: () => (count > 0 ? onClose() : event.currentTarget.blur()),
    }
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    act()
  })
  return (
    <>
      <span role="status" className="sr-only">
        {t('suggestionCount', { count })}
      </span>
      {hasList && (
        <div
          id={id}
          role="listbox"
          aria-label={t('suggestions')}
          className="absolute inset-x-0 top-full z-30 mt-1 max-h-[min(26rem,70dvh)] animate-rise overflow-y-auto rounded-lg border border-line bg-raised p-1 shadow-float"
        >
          {suggestions.map((suggestion, index) => (
            <SuggestionRow
              key={`${suggestion.kind} ${suggestion.term}`}
              id={optionId(index)}
              suggestion={suggestion}
              active={index === current}
              onChoose={choose}
              onForget={forget}
            />
          ))}
        </div>
      )}
    </>
  )
}
