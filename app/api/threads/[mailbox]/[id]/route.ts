import { messageRefSchema } from '@/lib/contract/messages'
import { readThreadQuery } from '@/lib/contract/threads'
import { route } from '@/lib/http/route'
import { readThread } from '@/lib/service/read-thread'

export const GET = route({
  params: messageRefSchema,
  query: readThreadQuery,
  handler: ({ account, params, query }) => readThread(account, params, query),
})
