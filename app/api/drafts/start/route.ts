import { startDraftBody } from '@/lib/contract/drafts'
import { route } from '@/lib/http/route'
import { startDraft } from '@/lib/service/start-draft'

export const POST = route({ body: startDraftBody, handler: ({ account, body }) => startDraft(account, body) })
