'use client'

import { Suspense, useState } from 'react'
import { lazyView } from '@/app/_ui/lazy-view'
import { useCommands } from '@/app/(mail)/_state/commands/use-commands'

const Palette = lazyView(() => import('@/app/(mail)/_palette/palette'))
const ShortcutsDialog = lazyView(() => import('@/app/(mail)/_palette/shortcuts-dialog'))

/** The palette and the list of keys, loaded when first asked for. */
export function PaletteSlot() {
  const [open, setOpen] = useState<'palette' | 'shortcuts' | null>(null)
  useCommands({ palette: () => setOpen('palette'), shortcuts: () => setOpen('shortcuts') }, 'shell')
  const Shown = open === 'palette' ? Palette : ShortcutsDialog
  if (open === null) return null
  return (
    <Suspense fallback={null}>
      <Shown onClose={() => setOpen(null)} />
    </Suspense>
  )
}
