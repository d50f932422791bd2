import { z } from 'zod'
import { addressSchema } from '@/lib/contract/address'
import { type MessageRef, messageRefSchema } from '@/lib/contract/messages'
import type { HeldMessage } from '@/lib/contract/outbox'

/** A file of a draft: bytes are in the upload store until the message is built. */
export const draftAttachmentSchema = z.object({
  uploadId: z.uuid(),
  name: z.string().min(1).max(255),
  type: z.string().max(127),
  size: z.number().int().min(0),
  /** Content-ID without angle brackets for an image inside the body (`<img src="cid:...">`), else null. */
  contentId: z
    .string()
    .regex(/^[A-Za-z0-9.@_-]{1,120}$/)
    .nullable(),
})
export type DraftAttachment = z.infer<typeof draftAttachmentSchema>

export const draftKindSchema = z.enum(['new', 'reply', 'reply-all', 'forward'])
export type DraftKind = z.infer<typeof draftKindSchema>

/** What the composer edits. Addresses are as typed into chips; the server parses them again and refuses bad ones. */
export const draftSchema = z.object({
  kind: draftKindSchema,
  /** Fixed when the composer opens and kept by every save and by Send: `<...@domain>`. */
  messageId: z.string().regex(/^<[A-Za-z0-9._-]{1,100}@[A-Za-z0-9.-]{1,253}>$/),
  /** The address it is written as, one of the account's; null for the account itself. */
  from: z.string().max(320).nullable().default(null),
  to: z.array(addressSchema).max(500),
  cc: z.array(addressSchema).max(500),
  bcc: z.array(addressSchema).max(500),
  subject: z.string().max(2000),
  /** `html`: `html` is the body, its text is made on the server. `text`: `text` is the body and `html` is empty. */
  format: z.enum(['html', 'text']),
  html: z.string().max(2_000_000),
  text: z.string().max(2_000_000),
  /** The quoted original, kept apart from the editor so that its layout survives; null when removed by the person. */
  quote: z.object({ html: z.string().max(3_000_000), text: z.string().max(2_000_000) }).nullable(),
  attachments: z.array(draftAttachmentSchema).max(200),
  /** The message answered or forwarded, to mark it `\Answered` or `$Forwarded` after Send. */
  source: messageRefSchema.nullable(),
  /** RFC 5322 section 3.6.4. With angle brackets. */
  inReplyTo: z.string().max(1000).nullable(),
  references: z.array(z.string().max(1000)).max(200),
  /** Its recipients are asked for a read receipt. */
  receipt: z.boolean().default(false),
})
export type Draft = z.infer<typeof draftSchema>

export const startDraftBody = z.discriminatedUnion('kind', [
  /** An empty message, to these people if any are named. */
  z.object({ kind: z.literal('new'), to: z.array(addressSchema).max(500).optional() }),
  z.object({ kind: z.enum(['reply', 'reply-all', 'forward']), source: messageRefSchema }),
  /** Opens a message of Drafts again. */
  z.object({ kind: z.literal('edit'), source: messageRefSchema }),
  /** Takes a message of the outbox back: it is not sent, and opens again. */
  z.object({ kind: z.literal('recall'), id: z.uuid() }),
  /** A sent message once more, with a new Message-ID, to this one address only. */
  z.object({ kind: z.literal('resend'), source: messageRefSchema, recipient: z.string().max(320) }),
])
export type StartDraft = z.infer<typeof startDraftBody>
/**
 * `saved` is the message in Drafts this draft came from, if any. `remindInDays` is what was chosen before Send, where it was
 * taken back.
 */
export type DraftStarted = { draft: Draft; saved: MessageRef | null; remindInDays?: number | null }

export const saveDraftBody = z.object({ draft: draftSchema, saved: messageRefSchema.nullable() })
export type DraftSaved = { saved: MessageRef; savedAt: string }

export const sendBody = z.object({
  draft: draftSchema,
  saved: messageRefSchema.nullable(),
  /** After so many days without an answer the conversation comes back to the inbox; null: never. */
  remindInDays: z.number().int().min(1).max(365).nullable().default(null),
  /** When it is to leave; null: as soon as the person's time to undo has passed. */
  sendAt: z.iso.datetime().nullable().default(null),
})
export type SendOptions = { remindInDays: number | null; sendAt: string | null }

/**
 * `held`: it waits in Scheduled and can be taken back for at least `undoSeconds` from now; null when it has left. `copy` is
 * the message in Sent then, or null with a warning when the copy could not be stored though the message left.
 */
export type MessageSent = {
  messageId: string
  copy: MessageRef | null
  held: (HeldMessage & { undoSeconds: number }) | null
}

export const uploadParams = z.object({ uploadId: z.uuid() })
