import { route } from '@/lib/http/route'
import { listOutbox } from '@/lib/service/outbox/list-outbox'

export const GET = route({ handler: ({ account }) => listOutbox(account) })
