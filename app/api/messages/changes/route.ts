import { applyChangesBody } from '@/lib/contract/changes'
import { route } from '@/lib/http/route'
import { applyChanges } from '@/lib/service/apply-changes'

export const POST = route({
  body: applyChangesBody,
  handler: ({ account, body }) => applyChanges(account, body.changes),
})
