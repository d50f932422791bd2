import { clientOf } from '@/lib/auth/client-address'
import { setLookCookies } from '@/lib/auth/look-cookies'
import { setSessionCookie } from '@/lib/auth/session-token'
import { signIn } from '@/lib/auth/sign-in'
import { signInBody } from '@/lib/contract/session'
import { openRoute } from '@/lib/http/route'
import { readPreferences } from '@/lib/service/preferences'
import { warmConversations } from '@/lib/service/warm-conversations'

export const POST = openRoute({
  body: signInBody,
  handler: async ({ body, request }) => {
    const { account, accountId, token } = await signIn(body, clientOf(request.headers))
    await setSessionCookie(token)
    await setLookCookies(await readPreferences({ accountId }))
    void warmConversations(account.address)
    return account
  },
})
