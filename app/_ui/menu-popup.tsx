'use client'

import { Menu } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import { type ReactNode, type RefObject, useRef } from 'react'
import { classNames } from '@/app/_ui/class-names'
import type { MenuEntry } from '@/app/_ui/menu'

type MenuPopupProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  anchor: RefObject<HTMLButtonElement | null>
  entries: MenuEntry[]
  align: 'start' | 'end'
  header?: ReactNode
}

const itemLook = classNames(
  'flex min-h-8 cursor-default select-none items-center gap-2.5 rounded-md px-2 py-1 text-sm outline-none max-md:min-h-11',
  'data-highlighted:bg-hover data-disabled:opacity-45 forced-colors:data-highlighted:outline-2',
)

/** The popup of `Menu`, in a file of its own so that Base UI is not in the first paint. */
export default function MenuPopup({ open, onOpenChange, anchor, entries, align, header }: MenuPopupProps) {
  const popup = useRef<HTMLDivElement>(null)
  /** Back to the button, unless what was chosen took the focus: a dialog opens before the menu has gone. */
  const returnTo = () => {
    const focused = document.activeElement
    const free = focused === null || focused === document.body || popup.current?.contains(focused)
    return free ? anchor.current : false
  }
  const change = (next: boolean, details: { reason: string; event: Event }) => {
    // The press on the button itself toggles there; answering it here too would open the menu again.
    if (!next && details.event.target instanceof Node && anchor.current?.contains(details.event.target)) return
    onOpenChange(next)
  }
  return (
    <Menu.Root open={open} onOpenChange={change} modal={false}>
      <Menu.Portal>
        <Menu.Positioner anchor={anchor} align={align} sideOffset={4} className="z-50 outline-none">
          <Menu.Popup
            ref={popup}
            finalFocus={returnTo}
            className="max-h-(--available-height) min-w-52 max-w-80 origin-(--transform-origin) overflow-y-auto rounded-lg border border-line bg-raised p-1 text-ink shadow-float outline-none transition-[opacity,scale] data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0"
          >
            {header}
            {entries.map((entry, index) => (
              <Entry key={keyOf(entry, index)} entry={entry} />
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

function keyOf(entry: MenuEntry, index: number): string {
  if (entry === 'line') return `line-${index}`
  return 'group' in entry ? entry.group : `${index}-${entry.label}`
}

function Entry({ entry }: { entry: MenuEntry }) {
  if (entry === 'line') return <Menu.Separator className="mx-2 my-1 h-px bg-line" />
  if ('group' in entry) return <Choice entry={entry} />
  if ('href' in entry) {
    const target = entry.download ? { download: '' } : { target: '_blank', rel: 'noopener noreferrer' }
    return (
      <Menu.LinkItem className={itemLook} href={entry.href} {...target} closeOnClick>
        {entry.icon}
        <span className="flex-1 truncate">{entry.label}</span>
      </Menu.LinkItem>
    )
  }
  return (
    <Menu.Item
      className={classNames(itemLook, entry.danger && 'text-danger-text')}
      disabled={entry.disabled}
      onClick={entry.run}
    >
      {entry.icon}
      <span className="flex-1 truncate">{entry.label}</span>
      {entry.hint && <kbd className="font-sans text-ink-faint text-xs">{entry.hint}</kbd>}
    </Menu.Item>
  )
}

function Choice({ entry }: { entry: Extract<MenuEntry, { group: string }> }) {
  return (
    <Menu.RadioGroup value={entry.value} onValueChange={entry.choose} aria-label={entry.group}>
      <div className="px-2 pt-1.5 pb-1 font-medium text-ink-faint text-xs" aria-hidden>
        {entry.group}
      </div>
      {entry.options.map((option) => (
        <Menu.RadioItem key={option.value} value={option.value} className={itemLook} closeOnClick>
          <span className="grid size-4 place-items-center">
            <Menu.RadioItemIndicator>
              <Check size={16} strokeWidth={2} aria-hidden />
            </Menu.RadioItemIndicator>
          </span>
          {option.icon}
          {option.label}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  )
}
