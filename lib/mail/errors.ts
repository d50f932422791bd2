/** What can go wrong between us and a mail server. Mapped to HTTP once, in lib/http. */
export type MailErrorCode =
  | 'imap-unavailable'
  | 'imap-refused'
  | 'imap-timeout'
  | 'sieve-unavailable'
  | 'sieve-refused'
  | 'mailbox-not-found'
  | 'mailbox-exists'
  | 'name-refused'
  | 'message-gone'
  | 'quota-exceeded'
  | 'submission-refused'
  | 'submission-unavailable'
  | 'submission-unknown'
  | 'recipient-refused'
  | 'sender-not-allowed'
  | 'message-too-large'

/** A fault of the mail library. `detail` is the server's own words: an attacker's text, to be shown as text. */
export class MailError extends Error {
  override readonly name: string = 'MailError'
  readonly code: MailErrorCode
  readonly detail: string | undefined

  constructor(code: MailErrorCode, message: string, options: { cause?: unknown; detail?: string } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.detail = options.detail
  }
}
