'use client'

import type { ComponentProps } from 'react'
import { Later } from '@/app/_ui/late'
import { lazyView } from '@/app/_ui/lazy-view'

const DialogPopup = lazyView(() => import('@/app/_ui/dialog-popup'))

/**
 * A modal dialog (Base UI), loaded when first shown: `<Dialog open onOpenChange title>...</Dialog>`. Render it only once
 * it has been asked for; `kind="drawer"` makes it a drawer from the left.
 */
export function Dialog(props: ComponentProps<typeof DialogPopup>) {
  return (
    <Later>
      <DialogPopup {...props} />
    </Later>
  )
}
