import { messageParams } from '@/lib/contract/messages'
import { route } from '@/lib/http/route'
import { readMessage } from '@/lib/service/read-message'

export const GET = route({ params: messageParams, handler: ({ account, params }) => readMessage(account, params) })
