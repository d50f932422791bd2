import { route } from '@/lib/http/route'
import { listTimed } from '@/lib/service/list-timed'

export const GET = route({ handler: ({ account }) => listTimed(account) })
