'use client'

import { FolderInput, Mails, Tag } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { type Drag, useDragOver } from '@/app/(mail)/_state/drag'

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

/** What is carried to the navigation, beside the pointer; says what letting go would do. */
export default function DragGhost({ drag }: { drag: Drag }) {
  const t = useTranslations('drag')
  const over = useDragOver()
  const [at, setAt] = useState(drag.from)
  useEffect(() => {
    const follow = (event: DragEvent) => setAt({ x: event.clientX, y: event.clientY })
    document.addEventListener('dragover', follow)
    return () => document.removeEventListener('dragover', follow)
  }, [])
  const count = drag.threads.length
  const labels = over !== null && typeof over.action === 'object' && 'label' in over.action
  const Icon = over === null ? Mails : labels ? Tag : FolderInput
  const text = over === null ? t('held', { count }) : t(labels ? 'label' : 'move', { count, name: over.name })
  return (
    <div
      aria-hidden
      className="pointer-events-none fixed top-0 left-0 z-70 flex max-w-80 items-center gap-2 rounded-lg bg-toast px-3 py-2 font-medium text-sm text-toast-ink shadow-float forced-colors:border"
      style={{ transform: `translate(${at.x + 12}px, ${at.y + 12}px)` }}
    >
      <Icon {...icon} className="shrink-0" />
      <span className="truncate">{text}</span>
    </div>
  )
}
