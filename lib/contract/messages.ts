import { z } from 'zod'
import type { Address } from '@/lib/contract/address'

/** A mailbox id as it stands in URLs (see `Mailbox.id`). */
export const mailboxIdSchema = z.string().regex(/^[a-z]{3,10}$|^[fl]-[A-Za-z0-9_-]{8,24}$/)

/** `<UIDVALIDITY>-<UID>` (RFC 9051 section 2.3.1.1): names one message of one mailbox, or nothing at all. */
export const messageIdSchema = z.string().regex(/^[1-9]\d{0,9}-[1-9]\d{0,9}$/)

export const messageRefSchema = z.object({ mailbox: mailboxIdSchema, id: messageIdSchema })
export type MessageRef = z.infer<typeof messageRefSchema>

export const flagSchema = z.enum(['seen', 'flagged', 'answered', 'forwarded'])
export type Flag = z.infer<typeof flagSchema>

export type MessageFlags = Record<Flag, boolean> & { draft: boolean }

/** One row of the list. */
export type MessageRow = {
  /** Where the message really is: in a view over several mailboxes (starred, all) not the mailbox listed. */
  ref: MessageRef
  from: Address[]
  to: Address[]
  subject: string
  /** First words of the text, white space folded; at most 200 characters. */
  preview: string
  /** Arrival (INTERNALDATE), ISO 8601 UTC. */
  date: string
  /** RFC822.SIZE in bytes. */
  size: number
  flags: MessageFlags
  hasAttachments: boolean
}

export type Attachment = {
  /** IMAP part number, e.g. `2` or `1.2` (RFC 9051 section 6.4.5). */
  part: string
  name: string
  /** Lower-case media type without parameters. */
  type: string
  /** Decoded size in bytes; an estimate (from the encoded size) until the file is saved. */
  size: number
  /** Shown inside the HTML body by its Content-ID, or the part of a report that is for programs: not listed as a file. */
  inline: boolean
  /** May be opened in the browser (images, PDF, plain text, audio, video); all else is only saved. */
  viewable: boolean
}

/** A verdict of Authentication-Results (RFC 8601) written by our own server; a sender's own header is never believed. */
export type AuthVerdict = 'pass' | 'fail' | 'none'
export type Authentication = { spf: AuthVerdict; dkim: AuthVerdict; dmarc: AuthVerdict }

/**
 * The mailing list a message came from, by its own words. `leave`: how one may: with one click or by a mail, which
 * `POST .../unsubscribe` does, or on a page of the list (`link`). `mail`: what that mail would be.
 */
export type MailingList = {
  id: string
  leave: 'one-click' | 'mail' | 'link' | null
  link: string | null
  mail: { from: string; to: string; subject: string } | null
}

/**
 * Whom a message asks to be told that it was read. `elsewhere`: this is not, or not only, where the message came from.
 */
export type ReceiptRequest = { to: string[]; elsewhere: boolean }

export type MessageDetail = {
  ref: MessageRef
  subject: string
  from: Address[]
  sender: Address | null
  replyTo: Address[]
  to: Address[]
  cc: Address[]
  bcc: Address[]
  /** Date header as ISO 8601 UTC, or arrival where the header cannot be read. */
  date: string
  size: number
  flags: MessageFlags
  /** With angle brackets, or empty. */
  messageId: string
  body: {
    kind: 'html' | 'text' | 'empty'
    /** The HTML names remote images or styles; they are blocked until `Show images`. */
    hasRemoteContent: boolean
    /** The text was longer than the limit and is cut; the original has all of it. */
    clipped: boolean
    /**
     * Clean HTML and the class of its body, for a frame made for it (`urls.bodyFrame`) and for nothing else: it never
     * enters a document of ours. Null when the frame must ask for its document itself (`urls.body`).
     */
    shown: { html: string; look: string } | null
  }
  attachments: Attachment[]
  authentication: Authentication | null
  list: MailingList | null
  /** It asks for a read receipt, and nobody has answered that yet. */
  receipt: ReceiptRequest | null
  /** Neighbours in the mailbox the message was opened from. */
  newer: MessageRef | null
  older: MessageRef | null
}

/** IMAP part number (RFC 9051 section 6.4.5). */
export const partParams = messageRefSchema.extend({ part: z.string().regex(/^[1-9]\d{0,4}(\.[1-9]\d{0,4}){0,60}$/) })
export const partQuery = z.object({ view: z.literal('1').optional() })
/** Colours of a plain-text body (HTML mail always stands on white); whether remote pictures are shown, by our proxy. */
export const bodyQuery = z.object({
  theme: z.enum(['light', 'dark', 'system']).default('system'),
  images: z.literal('1').optional(),
})
export const bodyFrameQuery = bodyQuery.pick({ theme: true })
