import { messageRefSchema } from '@/lib/contract/messages'
import { route } from '@/lib/http/route'
import { originOf } from '@/lib/service/origin-of'

export const GET = route({ params: messageRefSchema, handler: ({ account, params }) => originOf(account, params) })
