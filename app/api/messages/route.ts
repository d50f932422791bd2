import { listMessagesQuery } from '@/lib/contract/messages'
import { route } from '@/lib/http/route'
import { listMessages } from '@/lib/service/list-messages'

export const GET = route({ query: listMessagesQuery, handler: ({ account, query }) => listMessages(account, query) })
