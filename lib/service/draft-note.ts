import { z } from 'zod'
import { addressSchema } from '@/lib/contract/address'
import { type Draft, draftKindSchema } from '@/lib/contract/drafts'
import { messageRefSchema } from '@/lib/contract/messages'
import { sortRecipients } from '@/lib/service/draft-addresses'
import { countLines } from '@/lib/service/draft-body'

/** What a draft is beyond its message: kept in a header field of the draft, which never leaves with the message. */
const noteSchema = z.object({
  kind: draftKindSchema,
  format: z.enum(['html', 'text']),
  source: messageRefSchema.nullable(),
  /** The last lines of a plain text that are the quote. */
  quoteLines: z.number().int().min(0),
  /** It asks for read receipts. Notes of before have no word of it. */
  receipt: z.boolean().default(false),
  /** Recipients half typed, which no header can hold. */
  unfinished: z.object({ to: z.array(addressSchema), cc: z.array(addressSchema), bcc: z.array(addressSchema) }),
})
export type DraftNote = z.infer<typeof noteSchema>

export const draftNoteHeader = 'X-Waypost-Draft'

/** Base64url with a space every 60 characters, so that the field folds. */
export function writeDraftNote(draft: Draft): string {
  const note: DraftNote = {
    kind: draft.kind,
    format: draft.format,
    source: draft.source,
    quoteLines: draft.format === 'text' && draft.quote !== null ? countLines(draft.quote.text) : 0,
    receipt: draft.receipt,
    unfinished: {
      to: sortRecipients(draft.to).unfinished,
      cc: sortRecipients(draft.cc).unfinished,
      bcc: sortRecipients(draft.bcc).unfinished,
    },
  }
  return (
    Buffer.from(JSON.stringify(note))
      .toString('base64url')
      .match(/.{1,60}/g) ?? []
  ).join(' ')
}

/** Null for a draft of another program, or a field that cannot be read. */
export function readDraftNote(field: string): DraftNote | null {
  try {
    const json = Buffer.from(field.replace(/\s+/g, ''), 'base64url').toString()
    return noteSchema.parse(JSON.parse(json))
  } catch {
    return null
  }
}
