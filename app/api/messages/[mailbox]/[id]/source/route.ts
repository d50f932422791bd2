import { messageRefSchema } from '@/lib/contract/messages'
import { sourceResponse } from '@/lib/http/file-response'
import { route } from '@/lib/http/route'
import { messageSource } from '@/lib/service/message-source'

export const GET = route({
  params: messageRefSchema,
  handler: async ({ account, params }) => sourceResponse((await messageSource(account, params)).bytes),
})
