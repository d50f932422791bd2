'use client'

import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { classNames } from '@/app/_ui/class-names'
import { useChangePreferences, usePreferences } from '@/app/(mail)/_state/use-preferences'

type PaneViewProps = { pane: 'right' | 'below'; list: ReactNode; reader: ReactNode }

/** List and reader side by side or one above the other, with a bar between them that moves. */
export default function PaneView({ pane, list, reader }: PaneViewProps) {
  const t = useTranslations('settings')
  const { paneSize } = usePreferences()
  const change = useChangePreferences()
  const box = useRef<HTMLDivElement>(null)
  const [dragged, setDragged] = useState<number | null>(null)
  const size = dragged ?? paneSize[pane]
  const keep = (percent: number) => change({ paneSize: { ...paneSize, [pane]: within(percent) } })
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    keep(size + step)
  }
  const at = ({ clientX, clientY }: PointerEvent): number => {
    const bounds = box.current?.getBoundingClientRect()
    if (!bounds) return size
    const part = pane === 'right' ? (clientX - bounds.left) / bounds.width : (clientY - bounds.top) / bounds.height
    return within(Math.round(part * 100))
  }
  return (
    <div
      ref={box}
      className="grid min-h-0 flex-1"
      style={{ [pane === 'right' ? 'gridTemplateColumns' : 'gridTemplateRows']: `${size}fr auto ${100 - size}fr` }}
    >
      <div className="flex min-h-0 min-w-0 flex-col">{list}</div>
      {/* biome-ignore lint/a11y/useSemanticElements: a separator that moves is no <hr> */}
      <div
        role="separator"
        tabIndex={0}
        aria-label={t('paneResize')}
        aria-orientation={pane === 'right' ? 'vertical' : 'horizontal'}
        aria-valuenow={size}
        aria-valuemin={20}
        aria-valuemax={80}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          setDragged(size)
        }}
        onPointerMove={(event) => dragged !== null && setDragged(at(event))}
        onPointerUp={() => {
          if (dragged !== null) keep(dragged)
          setDragged(null)
        }}
        className={classNames(
          'relative touch-none bg-line after:absolute focus-visible:outline-2 hover:bg-accent-text',
          pane === 'right'
            ? 'w-px cursor-col-resize after:inset-y-0 after:-inset-x-1.5'
            : 'h-px cursor-row-resize after:inset-x-0 after:-inset-y-1.5',
        )}
      />
      <div className="flex min-h-0 min-w-0 flex-col">
        {reader ?? (
          <p className="grid flex-1 place-items-center p-6 text-center text-ink-faint text-sm">{t('paneEmpty')}</p>
        )}
      </div>
    </div>
  )
}

const steps: Record<string, number> = { ArrowLeft: -2, ArrowUp: -2, ArrowRight: 2, ArrowDown: 2, Home: -60, End: 60 }
const within = (percent: number): number => Math.min(80, Math.max(20, percent))
