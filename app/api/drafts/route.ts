import { saveDraftBody } from '@/lib/contract/drafts'
import { route } from '@/lib/http/route'
import { saveDraft } from '@/lib/service/save-draft'

export const PUT = route({
  body: saveDraftBody,
  handler: ({ account, body }) => saveDraft(account, body.draft, body.saved),
})
