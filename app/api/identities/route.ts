import { route } from '@/lib/http/route'
import { listIdentities } from '@/lib/service/list-identities'

export const GET = route({ handler: ({ account }) => listIdentities(account) })
