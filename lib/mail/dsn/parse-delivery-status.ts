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
const textLimit = 2_000
const partLimit = 512 * 1024

type Fields = Map<string, string>

/** Groups of header-like fields, separated by empty lines; folded lines are joined (RFC 3464 section 2.1). */
function fieldGroups(text: string): Fields[] {
  const unfolded = text
    .slice(0, partLimit)
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+(?=\S)/g, ' ')
  return unfolded.split(/\n[ \t]*\n+/).map((group) => {
    const fields: Fields = new Map()
    for (const line of group.split('\n')) {
      const colon = line.indexOf(':')
      const name = line.slice(0, colon).trim().toLowerCase()
      // The first of a name counts: what a quoted reply adds below does not.
      if (colon > 0 && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim())
    }
    return fields
  })
}

/** `rfc822; a@b` and `smtp; 550 no` without their type (RFC 3464 section 2.1.2); comments of old servers are left as words. */
const withoutType = (value = ''): string =>
  value
    .replace(/^\s*[A-Za-z0-9-]+\s*;\s*/, '')
    .trim()
    .slice(0, textLimit)

/** xtext of ORCPT and ENVID (RFC 3461 section 4): `+2B` is `+`. Values that only look so stay as they are. */
const fromXtext = (value: string): string =>
  value.replace(/\+([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

const address = (value: string | undefined): string => {
  const bare = withoutType(value).replace(/^<(.*)>$/, '$1')
  return /^[^\s@]+@[^\s@]+$/.test(fromXtext(bare)) ? fromXtext(bare) : bare
}

const actions: readonly string[] = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] satisfies DsnAction[]
const isAction = (value: string): value is DsnAction => actions.includes(value)

function readRecipient(fields: Fields): DsnRecipient | null {
  const finalRecipient = address(fields.get('final-recipient') ?? fields.get('original-recipient'))
  // Exchange writes "failed (bad destination)"; the word alone counts.
  const action = /^[A-Za-z]+/.exec(fields.get('action') ?? '')?.[0]?.toLowerCase() ?? ''
  if (finalRecipient === '' || !isAction(action)) return null
  return {
    finalRecipient,
    originalRecipient: address(fields.get('original-recipient')),
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
