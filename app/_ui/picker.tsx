'use client'

import { Popover } from '@base-ui/react/popover'
import { Search } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { PickerOption, type Tick } from '@/app/_ui/picker-option'
import { type PickerItem, usePicker } from '@/app/_ui/use-picker'

type PickerProps = {
  title: string
  filterLabel: string
  /** Where it opens; without it in the middle of the window. */
  anchor: Element | null
  items: PickerItem[]
  /** What the ticks show; without it there are none, and choosing one item is all. */
  tickOf?: (id: string) => Tick
  /** `finish`: chosen with Enter, so that nothing else is waited for. */
  onChoose: (id: string, how: 'toggle' | 'finish') => void
  /** Enter where nothing is typed. Without it the item under the cursor is chosen. */
  onFinish?: () => void
  /** Offered for what is typed when no item is called so. Without it there is nothing to make. */
  create?: { label: (typed: string) => string; run: (typed: string) => void }
  /** Said when nothing is left and nothing can be made. */
  empty: string
  onClose: () => void
  footer?: ReactNode
}

/**
 * A list to choose from, filtered as one types; focus stays in the field (ARIA combobox pattern). Render it while it is
 * wanted. In a file of its own so that Base UI is not in the first paint: load it with `lazy`.
 */
export function Picker({ title, filterLabel, anchor, tickOf, empty, footer, onClose, ...rest }: PickerProps) {
  const field = useRef<HTMLInputElement>(null)
  const before = useRef<Element | null>(typeof document === 'undefined' ? null : document.activeElement)
  const picker = usePicker(rest)
  const { options, active, listId, optionId } = picker
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Portal>
        <Popover.Positioner anchor={anchor ?? document.body} align="start" sideOffset={4} className="z-50 outline-none">
          <Popover.Popup
            aria-label={title}
            initialFocus={field}
            finalFocus={() => (before.current instanceof HTMLElement ? before.current : true)}
            className="flex max-h-[min(24rem,var(--available-height))] w-72 max-w-[calc(100vw-1.5rem)] animate-rise flex-col rounded-lg border border-line bg-raised text-ink shadow-float outline-none"
          >
            <label className="flex shrink-0 items-center gap-2 border-line border-b px-3 text-ink-faint focus-within:text-ink">
              <Search size={14} strokeWidth={1.75} aria-hidden />
              <input
                ref={field}
                role="combobox"
                aria-label={filterLabel}
                aria-expanded
                aria-controls={listId}
                aria-activedescendant={options[active] && optionId(active)}
                aria-autocomplete="list"
                autoComplete="off"
                spellCheck={false}
                placeholder={filterLabel}
                value={picker.typed}
                onChange={(event) => picker.type(event.target.value)}
                onKeyDown={picker.onKeyDown}
                className="h-10 min-w-0 flex-1 bg-transparent text-ink text-sm outline-none placeholder:text-ink-faint max-md:h-12 max-md:text-base"
              />
            </label>
            <div
              id={listId}
              role="listbox"
              aria-label={title}
              aria-multiselectable={tickOf !== undefined || undefined}
              className="min-h-0 flex-1 overflow-y-auto p-1"
            >
              {options.map((option, index) => (
                <PickerOption
                  key={option.id}
                  id={optionId(index)}
                  item={option}
                  active={index === active}
                  tick={option.isNew ? undefined : tickOf?.(option.id)}
                  onChoose={() => picker.choose(index, 'toggle')}
                />
              ))}
            </div>
            {options.length === 0 && <p className="px-3 pb-3 text-ink-soft text-sm">{empty}</p>}
            {footer && <div className="flex shrink-0 justify-end gap-2 border-line border-t p-2">{footer}</div>}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
