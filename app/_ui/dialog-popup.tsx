'use client'

import { Dialog } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { classNames } from '@/app/_ui/class-names'

type DialogPopupProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  /** The title is for screen readers only. */
  hideTitle?: boolean
  kind?: 'centre' | 'wide' | 'top' | 'drawer'
  children: ReactNode
}

const shapes = {
  centre:
    'top-1/2 left-1/2 w-[min(26rem,calc(100vw-2rem))] max-h-[calc(100dvh-2rem)] -translate-1/2 rounded-lg p-5 data-starting-style:opacity-0 data-ending-style:opacity-0',
  wide: 'top-1/2 left-1/2 w-[min(60rem,calc(100vw-1.5rem))] max-h-[calc(100dvh-1.5rem)] -translate-1/2 rounded-lg p-5 data-starting-style:opacity-0 data-ending-style:opacity-0',
  top: 'top-[min(12vh,6rem)] left-1/2 w-[min(36rem,calc(100vw-2rem))] -translate-x-1/2 rounded-lg data-starting-style:opacity-0 data-ending-style:opacity-0',
  drawer:
    'inset-y-0 left-0 w-[min(18rem,calc(100vw-3rem))] data-starting-style:-translate-x-full data-ending-style:-translate-x-full',
}

/** The popup of `Dialog`, in a file of its own so that Base UI is not in the first paint. */
export default function DialogPopup({
  open,
  onOpenChange,
  title,
  hideTitle,
  kind = 'centre',
  children,
}: DialogPopupProps) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-shade transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup
          className={classNames(
            'fixed z-50 overflow-y-auto bg-raised text-ink shadow-float outline-none transition forced-colors:border',
            shapes[kind],
          )}
        >
          <Dialog.Title className={hideTitle ? 'sr-only' : 'font-semibold text-lg'}>{title}</Dialog.Title>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
