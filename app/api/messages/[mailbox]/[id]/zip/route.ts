import { messageRefSchema } from '@/lib/contract/messages'
import { fileResponse } from '@/lib/http/file-response'
import { route } from '@/lib/http/route'
import { messageZip } from '@/lib/service/message-zip'

export const GET = route({
  params: messageRefSchema,
  handler: async ({ account, params }) => fileResponse(await messageZip(account, params)),
})
