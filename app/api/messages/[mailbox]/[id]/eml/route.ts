import { messageRefSchema } from '@/lib/contract/messages'
import { fileResponse } from '@/lib/http/file-response'
import { route } from '@/lib/http/route'
import { messageSource } from '@/lib/service/message-source'

export const GET = route({
  params: messageRefSchema,
  handler: async ({ account, params }) => fileResponse(await messageSource(account, params)),
})
