import { changeQueueBody, mailQueuesQuery } from '@/lib/contract/queue'
import { route } from '@/lib/http/route'
import { changeAdminQueue } from '@/lib/service/admin/change-queue'
import { listAdminQueues } from '@/lib/service/admin/list-queues'

export const GET = route({ query: mailQueuesQuery, handler: ({ account, query }) => listAdminQueues(account, query.q) })

export const POST = route({ body: changeQueueBody, handler: ({ account, body }) => changeAdminQueue(account, body) })
