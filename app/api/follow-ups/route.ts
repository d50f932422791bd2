import { followUpBody } from '@/lib/contract/timed'
import { route } from '@/lib/http/route'
import { setFollowUp } from '@/lib/service/follow-up'

export const PUT = route({
  body: followUpBody,
  handler: async ({ account, body: { messageId, due } }) => {
    await setFollowUp(account, messageId, due === null ? null : new Date(due))
    return { due }
  },
})
