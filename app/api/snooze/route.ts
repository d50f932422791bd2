import { snoozeBody, unsnoozeBody } from '@/lib/contract/timed'
import { route } from '@/lib/http/route'
import { snoozeMessages } from '@/lib/service/snooze-messages'
import { unsnoozeMessages } from '@/lib/service/wake-messages'

export const POST = route({
  body: snoozeBody,
  handler: ({ account, body }) => snoozeMessages(account, body.conversations, new Date(body.until)),
})

export const DELETE = route({
  body: unsnoozeBody,
  handler: ({ account, body }) => unsnoozeMessages(account, body.refs),
})
