'use client'

import { type ComponentProps, lazy } from 'react'
import { Later } from '@/app/_ui/late'

const DialogPopup = lazy(() => import('@/app/_ui/dialog-popup'))

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
