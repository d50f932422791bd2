import { sessionParams } from '@/lib/contract/session'
import { route } from '@/lib/http/route'
import { endSession } from '@/lib/service/end-session'

export const DELETE = route({
  params: sessionParams,
  handler: ({ account, params }) => endSession(account, params.id),
})
