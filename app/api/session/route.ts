import type { SessionAccount } from '@/lib/contract/session'
import { route } from '@/lib/http/route'
import { sessionAccount } from '@/lib/service/session-account'

export const GET = route({ handler: async ({ account }): Promise<SessionAccount> => sessionAccount(account) })
