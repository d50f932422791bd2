import { listThreadsQuery } from '@/lib/contract/threads'
import { route } from '@/lib/http/route'
import { listThreads } from '@/lib/service/list-threads'

export const GET = route({ query: listThreadsQuery, handler: ({ account, query }) => listThreads(account, query) })
