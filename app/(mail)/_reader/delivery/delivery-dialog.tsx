'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Journey } from '@/app/(mail)/_reader/delivery/journey'
import { Recipients } from '@/app/(mail)/_reader/delivery/recipients'
import { FactsDialog, type FactsDialogControl } from '@/app/(mail)/_reader/facts-dialog'
import { ReceivedWay } from '@/app/(mail)/_reader/origin/received-way'
import { useDelivery } from '@/app/(mail)/_state/use-delivery'
import type { Delivery } from '@/lib/contract/delivery'
import type { MessageDetail } from '@/lib/contract/messages'

/** Every recipient's state and the journey of one of them. */
export default function DeliveryDialog({ detail, ...control }: FactsDialogControl & { detail: MessageDetail }) {
  const t = useTranslations('delivery')
  const facts = useDelivery(detail.ref, control.open)
  return (
    <FactsDialog {...control} title={t('title')} facts={facts}>
      {(delivery) => <Content delivery={delivery} detail={detail} />}
    </FactsDialog>
  )
}

function Content({ delivery, detail }: { delivery: Delivery; detail: MessageDetail }) {
  const t = useTranslations('delivery')
  const [chosen, setChosen] = useState<string | null>(null)
  const recipient = delivery.recipients.find((one) => one.recipient === chosen) ?? delivery.recipients[0]
  const received = delivery.recipients.length === 0 && (
    <div className="mt-5">
      <ReceivedWay messageRef={detail.ref} />
    </div>
  )
  if (delivery.steps.length === 0) {
    return (
      <>
        <p className="mt-4 text-ink-soft">{t('nothingKnown')}</p>
        {received}
      </>
    )
  }
  return (
    <>
      {delivery.recipients.length > 0 && (
        <Recipients
          message={detail.ref}
          recipients={delivery.recipients}
          chosen={recipient?.recipient ?? null}
          onChoose={setChosen}
        />
      )}
      <Journey key={recipient?.recipient} delivery={delivery} recipient={recipient} detail={detail} />
      {received}
    </>
  )
}
