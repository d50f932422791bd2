import type { Draft } from '@/lib/contract/drafts'

/** A message nobody has written anything into yet. `messageId` as `Draft.messageId` wants it. No schema here: browsers load it. */
export const emptyDraft = (messageId: string): Draft => ({
  kind: 'new',
  messageId,
  from: null,
  to: [],
  cc: [],
  bcc: [],
  subject: '',
  format: 'html',
  html: '',
  text: '',
  quote: null,
  attachments: [],
  source: null,
  inReplyTo: null,
  references: [],
  receipt: false,
})
