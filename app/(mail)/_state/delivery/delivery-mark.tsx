'use client'

import { useTranslations } from 'use-intl'
import { classNames } from '@/app/_ui/class-names'
import { deliveryLooks } from '@/app/(mail)/_state/delivery/delivery-looks'
import { useDeliveryState } from '@/app/(mail)/_state/delivery/use-delivery-state'
import { useStateText } from '@/app/(mail)/_state/delivery/use-state-text'
import type { MessageRef } from '@/lib/contract/messages'

/** One mark for the unluckiest recipient of a sent message, its words for those who point at it or cannot see it. */
export default function DeliveryMark({ messageRef, className }: { messageRef: MessageRef; className?: string }) {
  const t = useTranslations('delivery')
  const textOf = useStateText()
  const { data } = useDeliveryState(messageRef)
  if (!data) return null
  const { tone, Icon } = deliveryLooks[data.state]
  const text = textOf(data)
  return (
    <span
      role="img"
      aria-label={t('buttonState', { state: text })}
      data-tip={text}
      className={classNames('inline-flex', tone, className)}
    >
      <Icon size={16} strokeWidth={2} aria-hidden />
    </span>
  )
}
