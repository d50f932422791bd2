import { route } from '@/lib/http/route'
import { listSessions } from '@/lib/service/list-sessions'

export const GET = route({ handler: ({ account }) => listSessions(account) })
