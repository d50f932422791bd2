import { outboxParams } from '@/lib/contract/outbox'
import { route } from '@/lib/http/route'
import { recallMessage } from '@/lib/service/outbox/recall-message'

export const DELETE = route({
  params: outboxParams,
  handler: ({ account, params }) => recallMessage(account, params.id),
})
