import { removeMessagesBody } from '@/lib/contract/changes'
import { route } from '@/lib/http/route'
import { removeMessages } from '@/lib/service/remove-messages'

export const POST = route({
  body: removeMessagesBody,
  handler: ({ account, body }) => removeMessages(account, body.refs),
})
