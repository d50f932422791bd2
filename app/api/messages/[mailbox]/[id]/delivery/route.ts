import { messageRefSchema } from '@/lib/contract/messages'
import { deliveryCommandBody } from '@/lib/contract/queue'
import { route } from '@/lib/http/route'
import { deliveryOf } from '@/lib/service/delivery-of'
import { commandDelivery } from '@/lib/service/queue/command-delivery'

export const GET = route({ params: messageRefSchema, handler: ({ account, params }) => deliveryOf(account, params) })

export const POST = route({
  params: messageRefSchema,
  body: deliveryCommandBody,
  handler: ({ account, params, body }) => commandDelivery(account, params, body),
})
