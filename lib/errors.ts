/**
 * What can go wrong, as a code. Each code has one HTTP status (lib/http/status.ts) and one sentence in every
 * message catalogue (`errors.<code>`), so a new code does not compile until both exist.
 */
export const errorCodes = [
  'bad-request',
  'not-signed-in',
  'wrong-credentials',
  'too-many-attempts',
  'forbidden',
  'not-found',
  'message-gone',
  'mailbox-not-found',
  'mailbox-exists',
  'name-refused',
  'label-exists',
  'label-not-found',
  'too-many-labels',
  'quota-exceeded',
  'message-too-large',
  'too-many-recipients',
  'invalid-address',
  'smtputf8-unsupported',
  'sender-not-allowed',
  'recipient-refused',
  'submission-refused',
  'submission-unavailable',
  'submission-unknown',
  'imap-unavailable',
  'imap-refused',
  'imap-timeout',
  'sieve-unavailable',
  'sieve-refused',
  'filters-foreign',
  'unsubscribe-refused',
  'template-exists',
  'template-too-large',
  'too-many-templates',
  'database-unavailable',
  'disk-full',
  'upload-incomplete',
  'already-sent',
  'queue-silent',
  'queue-refused',
  'not-in-queue',
  'contact-exists',
  'contact-group-exists',
  'too-many-contacts',
  'import-too-large',
  'internal',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/**
 * A fault with a code people and programs can act on. `message` is for logs; `detail` is shown to the person as text
 * (a server's reply, a name); `retryable` says that the same call may succeed later without a change.
 */
export class AppError extends Error {
  override readonly name: string = 'AppError'
  readonly code: ErrorCode
  readonly detail: string | undefined
  readonly retryable: boolean
  readonly retryAfterSeconds: number | undefined

  constructor(
    code: ErrorCode,
    message: string,
    options: { cause?: unknown; detail?: string; retryable?: boolean; retryAfterSeconds?: number } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.detail = options.detail
    this.retryable = options.retryable ?? false
    this.retryAfterSeconds = options.retryAfterSeconds
  }
}
