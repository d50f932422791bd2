import { Check, CheckCheck, Clock, Send, TriangleAlert } from 'lucide-react'
import type { DeliveryState } from '@/lib/contract/delivery'

/** Colour and mark of each state: words always stand beside them. */
export const deliveryLooks: Record<DeliveryState, { tone: string; Icon: typeof Check }> = {
  sending: { tone: 'text-ink-soft', Icon: Send },
  waiting: { tone: 'text-warn-text', Icon: Clock },
  held: { tone: 'text-warn-text', Icon: Clock },
  accepted: { tone: 'text-good-text', Icon: Check },
  'in-mailbox': { tone: 'text-good-text', Icon: CheckCheck },
  bounced: { tone: 'text-danger-text', Icon: TriangleAlert },
  expired: { tone: 'text-danger-text', Icon: TriangleAlert },
  stopped: { tone: 'text-danger-text', Icon: TriangleAlert },
}
