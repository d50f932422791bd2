import { route } from '@/lib/http/route'
import { listAttempts } from '@/lib/service/list-attempts'

export const GET = route({ handler: ({ account }) => listAttempts(account) })
