import type { SessionAccount } from '@/lib/contract/session'
import { route } from '@/lib/http/route'

export const GET = route({
  handler: async ({ account: { address, displayName, admin } }): Promise<SessionAccount> => ({
    address,
    displayName,
    admin,
  }),
})
