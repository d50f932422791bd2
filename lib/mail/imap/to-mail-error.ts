import { MailError, type MailErrorCode } from '@/lib/mail/errors'

type Fault = {
  code?: unknown
  authenticationFailed?: unknown
  mailboxMissing?: unknown
  responseStatus?: unknown
  responseText?: unknown
  serverResponseCode?: unknown
  response?: { attributes?: { section?: { value?: unknown }[] }[] }
}

const timeouts = new Set(['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT', 'ETIMEOUT', 'ETIMEDOUT'])

/** Response codes of RFC 5530 and RFC 9208 that say more than NO does. */
const byResponseCode: Record<string, MailErrorCode> = {
  OVERQUOTA: 'quota-exceeded',
  NONEXISTENT: 'mailbox-not-found',
  TRYCREATE: 'mailbox-not-found',
  UNAVAILABLE: 'imap-unavailable',
  SERVERBUG: 'imap-unavailable',
  INUSE: 'imap-unavailable',
  TOOBIG: 'message-too-large',
}

function responseCode(fault: Fault): string {
  if (typeof fault.serverResponseCode === 'string') return fault.serverResponseCode.toUpperCase()
  const value = fault.response?.attributes?.[0]?.section?.[0]?.value
  return typeof value === 'string' ? value.toUpperCase() : ''
}

function codeOf(fault: Fault): MailErrorCode {
  if (typeof fault.code === 'string' && timeouts.has(fault.code)) return 'imap-timeout'
  // `NotFound` is imapflow's own word, after a STATUS.
  if (fault.mailboxMissing === true || fault.code === 'NotFound') return 'mailbox-not-found'
  const byCode = byResponseCode[responseCode(fault)]
  if (byCode !== undefined) return byCode
  // Dovecot answers SELECT of a missing mailbox with NO and these words, without a code.
  if (typeof fault.responseText === 'string' && /mailbox doesn't exist/i.test(fault.responseText)) {
    return 'mailbox-not-found'
  }
  if (fault.authenticationFailed === true) return 'imap-refused'
  if (fault.responseStatus === 'NO' || fault.responseStatus === 'BAD') return 'imap-refused'
  return 'imap-unavailable'
}

/** What imapflow threw, as a `MailError` that keeps the cause and the server's own words. */
export function toMailError(error: unknown): MailError {
  if (error instanceof MailError) return error
  const fault: Fault = typeof error === 'object' && error !== null ? error : {}
  const code = codeOf(fault)
  const detail = typeof fault.responseText === 'string' ? fault.responseText.slice(0, 500) : undefined
  return new MailError(code, error instanceof Error ? error.message : code, { cause: error, detail })
}
