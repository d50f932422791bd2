import type { Readable } from 'node:stream'
import { MailError } from '@/lib/mail/errors'
import { type SmtpReply, SmtpSession, wordsOf } from '@/lib/mail/smtp/smtp-session'

/** Where an account hands its mail in. `token` as for IMAP. */
export type SubmissionTarget = {
  address: string
  host: string
  port: number
  /** TLS server name: the name in the certificate. */
  servername: string
  /** PEM of the authority that signed the certificate, or null for the public ones. */
  ca: string | null
  token: () => Promise<string>
}

/** Bare addresses, ASCII, parsed. */
export type Envelope = { from: string; to: string[]; size: number }

/**
 * Hands one message in (RFC 6409): STARTTLS, XOAUTH2, all recipients or none. When the server refuses one recipient
 * nothing is sent. `beforeEnd` is the last moment: when it rejects nothing is sent. Gives the server's last words, which with
 * Postfix hold the queue id.
 * @throws MailError `recipient-refused` (with every refused address and the server's words), `sender-not-allowed`,
 * `message-too-large`, `submission-refused`, `submission-unavailable`, `submission-unknown` when the server may have it though it was not heard to
 * say so
 */
export async function submitMessage(
  target: SubmissionTarget,
  envelope: Envelope,
  content: () => Readable,
  beforeEnd: () => Promise<void> = async () => undefined,
): Promise<SmtpReply> {
  const { session, extensions } = await openSession(target)
  try {
    await announce(session, envelope, extensions)
    session.expect(await session.command('DATA'), 354)
    const verdict = await session.data(content(), beforeEnd)
    session.expect(verdict, 250)
    return verdict
  } finally {
    session.close()
  }
}

const signInTries = 3

/**
 * A session that is signed in. Postfix keeps its line to Dovecot open: after Dovecot was restarted the first sign-in of
 * each Postfix process meets the dead line and gets 454 (RFC 4954 section 6), the next one a new line.
 */
async function openSession(target: SubmissionTarget): Promise<{ session: SmtpSession; extensions: string }> {
  for (let tries = 1; ; tries++) {
    const session = await SmtpSession.connect(target.host, target.port)
    try {
      const extensions = await greet(session, target)
      const reply = await signIn(session, target)
      if (reply.code === 454 && tries < signInTries) {
        session.close()
        continue
      }
      // the token is our own: a mail host that refuses it cannot look the account up just now
      if (reply.code !== 235) throw new MailError('submission-unavailable', 'not signed in', { detail: wordsOf(reply) })
      return { session, extensions }
    } catch (error) {
      session.close()
      throw error
    }
  }
}

async function greet(session: SmtpSession, target: SubmissionTarget): Promise<string> {
  session.expect(await session.command(`EHLO ${session.name}`), 250)
  await session.startTls(target.servername, target.ca)
  const ehlo = await session.command(`EHLO ${session.name}`)
  session.expect(ehlo, 250)
  return ehlo.text
}

/** XOAUTH2: on failure the server explains itself in a 334 and wants an empty line before its 535. */
async function signIn(session: SmtpSession, target: SubmissionTarget): Promise<SmtpReply> {
  const response = `user=${target.address}\x01auth=Bearer ${await target.token()}\x01\x01`
  const reply = await session.command(`AUTH XOAUTH2 ${Buffer.from(response).toString('base64')}`)
  return reply.code === 334 ? session.command('') : reply
}

async function announce(session: SmtpSession, envelope: Envelope, extensions: string): Promise<void> {
  const size = /\bSIZE\b/i.test(extensions) ? ` SIZE=${envelope.size}` : ''
  const mail = await session.command(`MAIL FROM:<${envelope.from}>${size}`)
  if (mail.code === 552)
    throw new MailError('message-too-large', 'over the limit of the server', { detail: wordsOf(mail) })
  session.expect(mail, 250)
  const refused: { address: string; reply: SmtpReply }[] = []
  for (const address of envelope.to) {
    const reply = await session.command(`RCPT TO:<${address}>`)
    if (reply.code !== 250 && reply.code !== 251) refused.push({ address, reply })
  }
  if (refused.length > 0) throw refusal(refused)
}

function refusal(refused: { address: string; reply: SmtpReply }[]): MailError {
  const detail = refused
    .map(({ address, reply }) => `${address}: ${wordsOf(reply)}`)
    .join('\n')
    .slice(0, 4000)
  // Postfix checks the sender only once it knows a recipient (smtpd_delay_reject)
  const sender = refused.some(({ reply }) => /sender address rejected/i.test(reply.text))
  const later = refused.every(({ reply }) => reply.code < 500)
  const code = sender ? 'sender-not-allowed' : later ? 'submission-unavailable' : 'recipient-refused'
  return new MailError(code, `${refused.length} recipients refused`, { detail })
}
