import { fieldGroups, type ReportFields, reportedAddress } from '@/lib/mail/dsn/report-fields'
import { readMessageIds } from '@/lib/mail/mime/reply'

const longest = 64 * 1024

/** What a read receipt says (RFC 8098 section 3.1). Texts are a stranger's. */
export type Disposition = {
  /** Addresses without their type; the second as the sender wrote it, or empty. */
  finalRecipient: string
  originalRecipient: string
  /** With angle brackets, or empty. */
  originalMessageId: string
  /** `displayed`: it was shown. `deleted`: it was thrown away unread. */
  kind: 'displayed' | 'deleted'
}

/** `automatic-action/MDN-sent-automatically; displayed/error`: the word after the semicolon, without what modifies it. */
function kindOf(value: string): Disposition['kind'] | null {
  const word = /;\s*([a-z]+)/i.exec(value)?.[1]?.toLowerCase()
  return word === 'displayed' || word === 'deleted' ? word : null
}

/**
 * Reads the body of a `message/disposition-notification` part (decoded), at most 64 KB. Null when it says neither that the
 * message was shown nor that it was thrown away (`processed`, `dispatched` and the errors of old programs say nothing of a reader).
 */
export function parseDisposition(text: string): Disposition | null {
  // one group by the rules; some programs put an empty line into it
  const fields: ReportFields = new Map(
    fieldGroups(text.slice(0, longest))
      .reverse()
      .flatMap((group) => [...group]),
  )
  const kind = kindOf(fields.get('disposition') ?? '')
  if (kind === null) return null
  return {
    finalRecipient: reportedAddress(fields.get('final-recipient')),
    originalRecipient: reportedAddress(fields.get('original-recipient')),
    originalMessageId: readMessageIds(fields.get('original-message-id') ?? '')[0] ?? '',
    kind,
  }
}
