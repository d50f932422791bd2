'use client'

import { useTranslations } from 'use-intl'
import { classNames } from '@/app/_ui/class-names'
import { deliveryLooks } from '@/app/(mail)/_state/delivery/delivery-looks'
import { useFormat } from '@/app/(mail)/_state/use-format'
import { Part } from '@/app/(mail)/_system/part'
import type { LivingSystem, SystemDelivery } from '@/lib/contract/system'

/** The last steps of mail, newest first. Other people's mail has no addresses here. */
export function DeliveryList({ system: { deliveries, pieces } }: { system: LivingSystem }) {
  const t = useTranslations('system')
  const nameOf = (id: SystemDelivery['from']) => pieces.find((piece) => piece.id === id)?.name ?? id
  return (
    <Part id="system-deliveries" title={t('deliveries')}>
      {deliveries.length === 0 && <p className="mt-1 text-ink-soft">{t('noDeliveries')}</p>}
      <ol aria-labelledby="system-deliveries" className="mt-1">
        {deliveries.map((step) => (
          <Step key={step.id} step={step} from={nameOf(step.from)} to={nameOf(step.to)} />
        ))}
      </ol>
    </Part>
  )
}

function Step({ step, from, to }: { step: SystemDelivery; from: string; to: string }) {
  const t = useTranslations()
  const format = useFormat()
  const { tone, Icon } = deliveryLooks[step.state]
  return (
    <li className="grid grid-cols-[auto_auto_minmax(0,1fr)] gap-x-3 border-line border-b py-2">
      <time dateTime={step.at} className="text-ink-faint text-sm">
        {format.clock(step.at)}
      </time>
      <Icon size={16} strokeWidth={2} aria-hidden className={classNames('mt-0.5', tone)} />
      <div className="min-w-0">
        <p className="flex flex-wrap gap-x-2">
          <span>
            {step.from === step.to ? t('system.intoMailbox', { server: from }) : t('system.step', { from, to })}
          </span>
          <span className={tone}>{t(`delivery.state.${step.state}`)}</span>
        </p>
        <p className="break-words text-ink-faint text-sm">
          {step.mine
            ? t('system.betweenPeople', { sender: step.sender || t('admin.notice'), recipient: step.recipient })
            : t('system.somebody')}
        </p>
        {step.reply !== '' && (
          <code dir="auto" className="block break-words font-mono text-ink-faint text-xs">
            {step.reply}
          </code>
        )}
      </div>
    </li>
  )
}
