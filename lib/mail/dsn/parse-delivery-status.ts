import { fieldGroups, fromXtext, type ReportFields, reportedAddress, withoutType } from '@/lib/mail/dsn/report-fields'

/** What became of one recipient (RFC 3464 section 2.3.3). */
export type DsnAction = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded'

/** One recipient of a delivery status notification. Texts are strangers' words, at most 2,000 characters. */
export type DsnRecipient = {
  /** Address without its type, decoded (`rfc822;a@b` is `a@b`). */
  finalRecipient: string
  /** As the sender wrote it, where the reporter was told (RFC 3461 ORCPT), else empty. */
  originalRecipient: string
  action: DsnAction
  /** Enhanced status code (RFC 3463), `5.1.1`, or empty where it cannot be read. */
  status: string
  /** The other server's words, without their type. */
  diagnostic: string
  /** The server that gave them, or empty. */
  remoteMta: string
}

/** The machine-readable part of a delivery status notification: `message/delivery-status` (RFC 3464). */
export type DeliveryStatus = {
  reportingMta: string
  /** Envelope id the sender gave (RFC 3461 ENVID), or empty. */
  envelopeId: string
  recipients: DsnRecipient[]
}

const recipientLimit = 200

const actions: readonly string[] = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] satisfies DsnAction[]
const isAction = (value: string): value is DsnAction => actions.includes(value)

function readRecipient(fields: ReportFields): DsnRecipient | null {
  const finalRecipient = reportedAddress(fields.get('final-recipient') ?? fields.get('original-recipient'))
  // Exchange writes "failed (bad destination)"; the word alone counts.
  const action = /^[A-Za-z]+/.exec(fields.get('action') ?? '')?.[0]?.toLowerCase() ?? ''
  if (finalRecipient === '' || !isAction(action)) return null
  return {
    finalRecipient,
    originalRecipient: reportedAddress(fields.get('original-recipient')),
    action,
    status: /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fields.get('status') ?? '')?.[0] ?? '',
    diagnostic: withoutType(fields.get('diagnostic-code')),
    remoteMta: withoutType(fields.get('remote-mta')).split(/\s/)[0] ?? '',
  }
}

/**
 * Reads the body of a `message/delivery-status` part (decoded). Null when it names no recipient: then it is none.
 * At most 200 recipients and 512 KB are looked at.
 */
export function parseDeliveryStatus(text: string): DeliveryStatus | null {
  const [message, ...others] = fieldGroups(text)
  if (message === undefined) return null
  // Some reporters leave the message's own fields out, or run them into the first recipient's.
  const groups = message.has('final-recipient') ? [message, ...others] : others
  const recipients = groups.flatMap((fields) => readRecipient(fields) ?? []).slice(0, recipientLimit)
  if (recipients.length === 0) return null
  return {
    reportingMta: withoutType(message.get('reporting-mta')),
    envelopeId: fromXtext((message.get('original-envelope-id') ?? '').slice(0, 200)),
    recipients,
  }
}
