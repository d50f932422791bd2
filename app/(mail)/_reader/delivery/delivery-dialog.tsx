'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { Skeleton } from '@/app/_ui/skeleton'
import { Journey } from '@/app/(mail)/_reader/delivery/journey'
import { Recipients } from '@/app/(mail)/_reader/delivery/recipients'
import { ReceivedWay } from '@/app/(mail)/_reader/origin/received-way'
import { useDelivery } from '@/app/(mail)/_state/use-delivery'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import type { Delivery } from '@/lib/contract/delivery'
import type { MessageDetail } from '@/lib/contract/messages'

type DeliveryDialogProps = { open: boolean; onOpenChange: (open: boolean) => void; detail: MessageDetail }

/** Every recipient's state and the journey of one of them. */
export default function DeliveryDialog({ open, onOpenChange, detail }: DeliveryDialogProps) {
  const t = useTranslations()
  const problemText = useProblemText()
  const { data, error, refetch } = useDelivery(detail.ref, open)
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('delivery.title')} kind="wide">
      {data && <Content delivery={data} detail={detail} />}
      {!data && !error && (
        <div role="status" aria-label={t('ui.loading')} className="mt-5 grid gap-4">
          <Skeleton className="w-1/2" />
          <Skeleton className="h-24 w-full" />
        </div>
      )}
      {!data && error && (
        <p role="alert" className="mt-4 flex flex-wrap items-center gap-3 text-ink-soft">
          <span className="min-w-48 flex-1">{problemText(error)}</span>
          <Button onClick={() => void refetch()}>{t('ui.retry')}</Button>
        </p>
      )}
      <div className="mt-5 flex justify-end">
        <Button onClick={() => onOpenChange(false)}>{t('ui.close')}</Button>
      </div>
    </Dialog>
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
