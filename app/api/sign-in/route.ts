import { clientOf } from '@/lib/auth/client-address'
import { setSessionCookie } from '@/lib/auth/session-token'
import { signIn } from '@/lib/auth/sign-in'
import { signInBody } from '@/lib/contract/session'
import { openRoute } from '@/lib/http/route'
import { warmConversations } from '@/lib/service/warm-conversations'

export const POST = openRoute({
  body: signInBody,
  handler: async ({ body, request }) => {
    const { account, token } = await signIn(body, clientOf(request.headers))
    await setSessionCookie(token)
    void warmConversations(account.address)
    return account
  },
})
