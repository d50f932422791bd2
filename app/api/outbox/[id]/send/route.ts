import { outboxParams } from '@/lib/contract/outbox'
import { route } from '@/lib/http/route'
import { sendNow } from '@/lib/service/outbox/send-now'

export const POST = route({ params: outboxParams, handler: ({ account, params }) => sendNow(account, params.id) })
