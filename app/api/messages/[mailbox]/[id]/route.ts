import { messageRefSchema } from '@/lib/contract/messages'
import { route } from '@/lib/http/route'
import { readMessage } from '@/lib/service/read-message'

export const GET = route({ params: messageRefSchema, handler: ({ account, params }) => readMessage(account, params) })
