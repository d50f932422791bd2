'use client'

import { type KeyboardEvent, type ReactNode, useId, useMemo, useState } from 'react'

export type PickerItem = { id: string; label: string; icon?: ReactNode }
type Option = PickerItem & { isNew: boolean }

type PickerOptions = {
  items: PickerItem[]
  onChoose: (id: string, how: 'toggle' | 'finish') => void
  onFinish?: () => void
  create?: { label: (typed: string) => string; run: (typed: string) => void }
}

/** Letters without case and accents: `buro` finds `Büro`. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** What is left of the items, those that begin so first. */
function filtered(items: PickerItem[], typed: string): PickerItem[] {
  const wanted = plain(typed)
  if (wanted === '') return items
  const begins: PickerItem[] = []
  const holds: PickerItem[] = []
  for (const item of items) {
    const at = plain(item.label).indexOf(wanted)
    if (at === 0) begins.push(item)
    else if (at > 0) holds.push(item)
  }
  return [...begins, ...holds]
}

/** What is typed, which options that leaves, and the keys that move among them. */
export function usePicker({ items, onChoose, onFinish, create }: PickerOptions) {
  const listId = useId()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const name = typed.trim()
  const found = useMemo(() => filtered(items, name).map((item) => ({ ...item, isNew: false })), [items, name])
  const exact = items.some(({ label }) => label.toLowerCase() === name.toLowerCase())
  const fresh = name === '' || exact || !create ? [] : [{ id: 'new', label: create.label(name), isNew: true }]
  const options: Option[] = [...found, ...fresh]
  const type = (text: string) => {
    setTyped(text)
    setActive(0)
  }
  const choose = (index: number, how: 'toggle' | 'finish') => {
    const option = options[index]
    setActive(index)
    if (option?.isNew) create?.run(name)
    else if (option) onChoose(option.id, how)
  }
  const step = (by: number) =>
    setActive((now) => (options.length === 0 ? 0 : (now + by + options.length) % options.length))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const keys: Record<string, (() => void) | undefined> = {
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      Home: typed === '' ? () => setActive(0) : undefined,
      End: typed === '' ? () => setActive(Math.max(0, options.length - 1)) : undefined,
      // A name does not begin with a space.
      ' ': typed === '' ? () => choose(active, 'toggle') : undefined,
      Enter: typed === '' && onFinish ? onFinish : () => choose(active, 'finish'),
    }
    const run = keys[event.key]
    if (!run) return
    event.preventDefault()
    run()
  }
  return { listId, optionId: (index: number) => `${listId}-${index}`, typed, type, options, active, choose, onKeyDown }
}
