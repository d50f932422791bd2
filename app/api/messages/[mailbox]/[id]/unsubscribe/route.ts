import { messageRefSchema } from '@/lib/contract/messages'
import { route } from '@/lib/http/route'
import { unsubscribe } from '@/lib/service/unsubscribe'

export const POST = route({
  params: messageRefSchema,
  handler: ({ account, params }) => unsubscribe(account, params),
})
