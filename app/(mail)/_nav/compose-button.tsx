'use client'

import { PenLine } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { openComposer } from '@/app/(mail)/_state/composer-intents'

export function ComposeButton({ className }: { className?: string }) {
  const t = useTranslations('shell')
  return (
    <Button kind="primary" className={className} onClick={() => openComposer({ kind: 'new' })}>
      <PenLine size={16} strokeWidth={1.75} aria-hidden />
      {t('compose')}
    </Button>
  )
}
