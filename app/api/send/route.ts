import { sendBody } from '@/lib/contract/drafts'
import { route } from '@/lib/http/route'
import { sendMessage } from '@/lib/service/send-message'

export const POST = route({
  body: sendBody,
  handler: ({ account, body }) => sendMessage(account, body.draft, body.saved, body),
})
