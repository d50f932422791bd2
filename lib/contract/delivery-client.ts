import type { Bounce } from '@/lib/contract/bounce'
import { call, send } from '@/lib/contract/client'
import type { Delivery } from '@/lib/contract/delivery'
import type { MessageRef } from '@/lib/contract/messages'
import type { MessageOrigin } from '@/lib/contract/origin'
import type { DeliveryCommand, QueueChanged } from '@/lib/contract/queue'
import type { Receipt, ReceiptAnswer, ReceiptAnswered } from '@/lib/contract/receipts'
import { urls } from '@/lib/contract/urls'

/** Where one message goes and comes from. Each throws `ApiError`. */
export const deliveryApi = {
  delivery: (ref: MessageRef, signal?: AbortSignal) => call<Delivery>(urls.delivery(ref), { signal }),
  commandDelivery: (ref: MessageRef, body: DeliveryCommand) => send<QueueChanged>('POST', urls.delivery(ref), body),
  bounce: (ref: MessageRef, signal?: AbortSignal) => call<Bounce>(urls.bounce(ref), { signal }),
  origin: (ref: MessageRef, signal?: AbortSignal) => call<MessageOrigin>(urls.origin(ref), { signal }),
  receipt: (ref: MessageRef, signal?: AbortSignal) => call<Receipt>(urls.receipt(ref), { signal }),
  answerReceipt: (ref: MessageRef, answer: ReceiptAnswer) => send<ReceiptAnswered>('POST', urls.receipt(ref), answer),
  unsubscribe: (ref: MessageRef) => send<{ unsubscribed: true }>('POST', urls.unsubscribe(ref), {}),
}
