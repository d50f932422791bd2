import { route } from '@/lib/http/route'
import { livingSystem } from '@/lib/service/demo/living-system'

export const GET = route({ handler: ({ account }) => livingSystem(account) })
