'use client'

import { type ReactNode, Suspense, useRef, useState } from 'react'
import { classNames } from '@/app/_ui/class-names'
import { lazyView, loadCode } from '@/app/_ui/lazy-view'

export type MenuEntry =
  | {
      label: string
      icon?: ReactNode
      /** Shown at the right, e.g. a key. */
      hint?: string
      danger?: boolean
      disabled?: boolean
      run: () => void
    }
  /** Opens in a new tab, or saves when `download` is set. */
  | { label: string; icon?: ReactNode; href: string; download?: boolean }
  | {
      group: string
      value: string
      options: { value: string; label: string; icon?: ReactNode }[]
      choose: (value: string) => void
    }
  | 'line'

type MenuProps = {
  /** Accessible name of the button. */
  label: string
  /** What the button shows. */
  children: ReactNode
  entries: MenuEntry[]
  className?: string
  tip?: boolean
  disabled?: boolean
  align?: 'start' | 'end'
  header?: ReactNode
}

const loadPopup = () => loadCode(() => import('@/app/_ui/menu-popup'))
const MenuPopup = lazyView(loadPopup)

/** A button with a menu. The menu itself (Base UI) loads when the pointer or the focus first comes near. */
export function Menu({
  label,
  children,
  entries,
  className,
  tip = true,
  disabled,
  align = 'start',
  header,
}: MenuProps) {
  const [open, setOpen] = useState(false)
  const [used, setUsed] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const toggle = () => {
    setUsed(true)
    setOpen((now) => !now)
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        data-tip={tip ? label : undefined}
        disabled={disabled}
        onPointerEnter={loadPopup}
        onFocus={loadPopup}
        onClick={toggle}
        className={classNames('rounded-md disabled:pointer-events-none disabled:opacity-45', className)}
      >
        {children}
      </button>
      {used && (
        <Suspense fallback={null}>
          <MenuPopup
            open={open}
            onOpenChange={setOpen}
            anchor={button}
            entries={entries}
            align={align}
            header={header}
          />
        </Suspense>
      )}
    </>
  )
}
