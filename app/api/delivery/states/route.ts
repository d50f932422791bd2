import { deliveryStatesBody } from '@/lib/contract/delivery'
import { route } from '@/lib/http/route'
import { deliveryStatesOf } from '@/lib/service/delivery-of'

export const POST = route({
  body: deliveryStatesBody,
  handler: ({ account, body }) => deliveryStatesOf(account, body.refs),
})
