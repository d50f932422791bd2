'use client'

import { Waypoints } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import { classNames } from '@/app/_ui/class-names'
import { lazyView } from '@/app/_ui/lazy-view'
import { useAccount } from '@/app/(mail)/_state/account'
import { deliveryLooks } from '@/app/(mail)/_state/delivery/delivery-looks'
import { useDelivery } from '@/app/(mail)/_state/use-delivery'
import type { Delivery, DeliveryState } from '@/lib/contract/delivery'
import type { MessageDetail } from '@/lib/contract/messages'

const DeliveryDialog = lazyView(() => import('@/app/(mail)/_reader/delivery/delivery-dialog'))

const icon = { size: 14, strokeWidth: 2, 'aria-hidden': true } as const

const order: DeliveryState[] = ['bounced', 'expired', 'stopped', 'held', 'waiting', 'sending', 'accepted', 'in-mailbox']

/** Where the message is, in a word, and the way to its journey. A message somebody else sent has no state of its own. */
export function DeliveryButton({ detail }: { detail: MessageDetail }) {
  const t = useTranslations('delivery')
  const [open, setOpen] = useState(false)
  const [used, setUsed] = useState(false)
  const { address } = useAccount()
  const sentByMe = detail.ref.mailbox === 'sent' || detail.from[0]?.address.toLowerCase() === address
  const { data } = useDelivery(detail.ref, sentByMe)
  const state = order.find((candidate) => data?.recipients.some((recipient) => recipient.state === candidate))
  const { Icon, tone } = state ? deliveryLooks[state] : { Icon: Waypoints, tone: 'text-ink-faint' }
  const show = () => {
    setUsed(true)
    setOpen(true)
  }
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label={state ? t('buttonState', { state: t(`state.${state}`) }) : t('button')}
        onClick={show}
        className={classNames(
          'ml-11 inline-flex max-md:-ml-1.5 min-h-6 items-center gap-1.5 rounded-md px-1.5 text-sm hover:bg-hover',
          tone,
        )}
      >
        <Icon {...icon} />
        {state ? summary(data, state, t) : t('button')}
      </button>
      {used && (
        <Suspense fallback={null}>
          <DeliveryDialog open={open} onOpenChange={setOpen} detail={detail} />
        </Suspense>
      )}
    </>
  )
}

type Translate = ReturnType<typeof useTranslations<'delivery'>>

/** `Accepted by mx1.red.example`, or with several recipients how many are how far. */
function summary(delivery: Delivery | undefined, state: DeliveryState, t: Translate): string {
  const recipients = delivery?.recipients ?? []
  const count = recipients.filter((recipient) => recipient.state === state).length
  if (recipients.length > 1 && count < recipients.length) {
    return t('stateOfSome', { state: t(`state.${state}`), count, total: recipients.length })
  }
  const [first] = recipients
  if (state === 'accepted' && first?.server && recipients.length === 1)
    return t('acceptedBy', { server: first.server.name })
  return t(`state.${state}`)
}
