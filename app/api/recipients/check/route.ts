import { checkRecipientsBody } from '@/lib/contract/recipients'
import { route } from '@/lib/http/route'
import { checkRecipients } from '@/lib/service/recipients/check-recipients'

export const POST = route({
  body: checkRecipientsBody,
  handler: ({ account, body }) => checkRecipients(account, body.addresses),
})
