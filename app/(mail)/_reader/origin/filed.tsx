'use client'

import { useTranslations } from 'use-intl'
import { Part } from '@/app/(mail)/_reader/origin/part'
import { useFormat } from '@/app/(mail)/_state/use-format'
import type { MessageOrigin } from '@/lib/contract/origin'

/** Which rule put it where, and when. */
export function Filed({ origin: { filed, moved, spam } }: { origin: MessageOrigin }) {
  const t = useTranslations('origin')
  const format = useFormat()
  return (
    <Part title={t('filed.title')}>
      {filed === null ? (
        <p className="text-ink-soft">{t('filed.unknown')}</p>
      ) : (
        <p className="break-words">
          {t(`filed.${filed.rule}`, { folder: filed.folder, score: format.count(spam?.score ?? 0) })}{' '}
          <span className="text-ink-faint">{t('filed.at', { time: format.medium(filed.at) })}</span>
          {moved && <span className="block text-ink-soft">{t('filed.moved')}</span>}
        </p>
      )}
    </Part>
  )
}
