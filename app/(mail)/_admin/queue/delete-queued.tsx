'use client'

import { useTranslations } from 'use-intl'
import { Confirm } from '@/app/_ui/confirm'

type DeleteQueuedProps = { count: number; onCancel: () => void; onConfirm: () => void }

/** Asks first: what is deleted from a queue reaches nobody, and nobody is told. */
export function DeleteQueued({ count, onCancel, onConfirm }: DeleteQueuedProps) {
  const t = useTranslations('admin')
  return (
    <Confirm
      title={t('deleteTitle', { count })}
      text={t('deleteText', { count })}
      verb={t('verb.delete')}
      onCancel={onCancel}
      onConfirm={() => {
        onCancel()
        onConfirm()
      }}
    />
  )
}
