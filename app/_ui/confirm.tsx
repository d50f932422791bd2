'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'

type ConfirmProps = {
  title: string
  text: string
  /** The verb on the button that does it. */
  verb: string
  onConfirm: () => void
  onCancel: () => void
}

/** Asks before what cannot be undone. Render it while the question stands. */
export function Confirm({ title, text, verb, onConfirm, onCancel }: ConfirmProps) {
  const t = useTranslations('ui')
  return (
    <Dialog open onOpenChange={(open) => !open && onCancel()} title={title}>
      <p className="mt-2 text-ink-soft">{text}</p>
      <div className="mt-5 flex justify-end gap-2">
        <Button onClick={onCancel}>{t('cancel')}</Button>
        <Button kind="danger" onClick={onConfirm}>
          {verb}
        </Button>
      </div>
    </Dialog>
  )
}
