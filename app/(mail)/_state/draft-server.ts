import type { DraftServer } from '@/app/(mail)/_state/draft-session'
import { api } from '@/lib/contract/client'
import type { Draft } from '@/lib/contract/drafts'

/** Without pictures that were taken out of the text again: they stay in the draft only so that undo brings them back. */
export function withoutOrphans(draft: Draft): Draft {
  const markup = `${draft.html} ${draft.quote?.html ?? ''}`
  const attachments = draft.attachments.filter(
    ({ contentId }) => contentId === null || markup.includes(`cid:${contentId}`),
  )
  return { ...draft, attachments }
}

export const draftServer: DraftServer = {
  save: (draft, saved) => api.saveDraft(withoutOrphans(draft), saved),
  send: (draft, saved, options) => api.sendMessage(withoutOrphans(draft), saved, options),
  remove: (saved) => api.removeMessages([saved]),
}
