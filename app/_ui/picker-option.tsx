import { Check, Minus } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { classNames } from '@/app/_ui/class-names'
import type { PickerItem } from '@/app/_ui/use-picker'

export type Tick = boolean | 'mixed'

type PickerOptionProps = { id: string; item: PickerItem; active: boolean; tick: Tick | undefined; onChoose: () => void }

/** One line of a picker; with a tick when several can be chosen. */
export function PickerOption({ id, item, active, tick, onChoose }: PickerOptionProps) {
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (active) line.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    // The keyboard reaches options through the field, by arrows and Enter.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field
    <div
      ref={line}
      id={id}
      role="option"
      aria-selected={active}
      aria-checked={tick}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
      className={classNames(
        'flex min-h-8 cursor-pointer items-center gap-2.5 rounded-md px-2 py-1 text-sm hover:bg-hover max-md:min-h-11',
        active && 'bg-hover forced-colors:outline',
      )}
    >
      {tick !== undefined && <TickBox tick={tick} />}
      {item.icon}
      <span dir="auto" className="min-w-0 flex-1 truncate">
        {item.label}
      </span>
    </div>
  )
}

function TickBox({ tick }: { tick: Tick }) {
  const Mark = tick === 'mixed' ? Minus : Check
  return (
    <span
      aria-hidden
      className={classNames(
        'grid size-4 shrink-0 place-items-center rounded-[4px] border-[1.5px] forced-colors:border-current',
        tick === false ? 'border-line-strong text-transparent' : 'border-accent bg-accent text-accent-ink',
      )}
    >
      {tick !== false && <Mark size={12} strokeWidth={2.5} />}
    </span>
  )
}
