import { route } from '@/lib/http/route'
import { readForwarding } from '@/lib/service/filters/read-filters'

export const GET = route({ handler: ({ account }) => readForwarding(account) })
