import { messageRefSchema } from '@/lib/contract/messages'
import { route } from '@/lib/http/route'
import { readBounce } from '@/lib/service/read-bounce'

export const GET = route({ params: messageRefSchema, handler: ({ account, params }) => readBounce(account, params) })
