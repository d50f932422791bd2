import { messageRefSchema } from '@/lib/contract/messages'
import { route } from '@/lib/http/route'
import { deliveryOf } from '@/lib/service/delivery-of'

export const GET = route({ params: messageRefSchema, handler: ({ account, params }) => deliveryOf(account, params) })
