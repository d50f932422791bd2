'use client'

import dynamic from 'next/dynamic'

/**
 * A modal dialog (Base UI), loaded when first shown: `<Dialog open onOpenChange title>...</Dialog>`. Render it only once
 * it has been asked for; `side` makes it a drawer from the left.
 */
export const Dialog = dynamic(() => import('@/app/_ui/dialog-popup'), { ssr: false })
