'use client'

import { useTranslations } from 'use-intl'
import { Part } from '@/app/(mail)/_reader/origin/part'
import { useFormat } from '@/app/(mail)/_state/use-format'
import type { MessageOrigin } from '@/lib/contract/origin'

/** Which rule put it where, and when. */
export function Filed({ origin }: { origin: MessageOrigin }) {
  const t = useTranslations('origin.filed')
  const format = useFormat()
  const { filed, moved, rules } = origin
  const others = rules.others.filter((name) => name !== '')
  return (
    <Part title={t('title')}>
      {filed === null ? (
        <p className="break-words text-ink-soft">
          {rules.filed ? t('namedOnly', { name: rules.filed }) : t('unknown')}
        </p>
      ) : (
        <p className="break-words">
          <FiledWhere origin={origin} filed={filed} />{' '}
          <span className="text-ink-faint">{t('at', { time: format.medium(filed.at) })}</span>
          {moved && <span className="block text-ink-soft">{t('moved')}</span>}
        </p>
      )}
      {others.length > 0 && <p className="break-words text-ink-soft">{t('others', { names: others.join(', ') })}</p>}
    </Part>
  )
}

type FiledWhereProps = { origin: MessageOrigin; filed: NonNullable<MessageOrigin['filed']> }

function FiledWhere({ origin: { rules, spam }, filed: { folder, rule } }: FiledWhereProps) {
  const t = useTranslations('origin.filed')
  const format = useFormat()
  if (rules.filed) return t('ownNamed', { name: rules.filed, folder })
  return t(rule, { folder, score: format.count(spam?.score ?? 0) })
}
