import type { DraftServer } from '@/app/(mail)/_state/draft-session'
import { api } from '@/lib/contract/client'
import type { Draft } from '@/lib/contract/drafts'
import { writingApi } from '@/lib/contract/writing-client'

/** Without pictures that were taken out of the text again: they stay in the draft only so that undo brings them back. */
export function withoutOrphans(draft: Draft): Draft {
  const markup = `${draft.html} ${draft.quote?.html ?? ''}`
  const attachments = draft.attachments.filter(
    ({ contentId }) => contentId === null || markup.includes(`cid:${contentId}`),
  )
  return { ...draft, attachments }
}

export const draftServer: DraftServer = {
  save: (draft, saved) => writingApi.saveDraft(withoutOrphans(draft), saved),
  send: (draft, saved, options) => writingApi.sendMessage(withoutOrphans(draft), saved, options),
  remove: (saved) => api.removeMessages([saved]),
}
