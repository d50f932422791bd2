import { currentAccount } from '@/lib/auth/require-account'
import { clearSessionCookie } from '@/lib/auth/session-token'
import { openRoute } from '@/lib/http/route'
import { endSession } from '@/lib/service/end-session'

export const POST = openRoute({
  handler: async () => {
    const account = await currentAccount()
    if (account) await endSession(account, account.sessionId)
    await clearSessionCookie()
    return { signedOut: true }
  },
})
