import type { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import type { MailAccount } from '@/lib/auth/signed-in'
import { beginEnd, changeState, endAttempt, type OutboxRow } from '@/lib/db/outbox'
import { MailError } from '@/lib/mail/errors'
import { submitMessage } from '@/lib/mail/smtp/submit-message'
import { submissionTarget } from '@/lib/service/with-mailbox'

/** `unknown`: the mail host may have it. `superseded`: another attempt goes on with it. */
export type AttemptOutcome = 'accepted' | 'waiting' | 'stopped' | 'unknown' | 'superseded'

/** Bytes of the message as it goes on the wire, as often as asked. */
export type WireMessage = { size: number; content: () => Readable }

/** Refusals that the same message would meet again. */
const lasting = new Set(['recipient-refused', 'sender-not-allowed', 'message-too-large', 'submission-refused'])

/** How long after its end was written down an attempt may still be sent; the log is asked long after (outcome-of.ts). */
const endWithinMs = 5_000

/** Until it is known whether a message was taken, its log is asked again this often. */
export const askAgainMs = 5_000

const firstRetryMs = 5_000
const lastRetryMs = 15 * 60_000

/** 5 s, half as long again each time, up to a quarter of an hour. */
export const retryDelay = (attempts: number): number =>
  Math.min(lastRetryMs, firstRetryMs * 1.5 ** Math.min(20, Math.max(0, attempts - 1)))

class Superseded extends Error {}

/**
 * Written down before the line that makes the bytes a message: from then on nobody tries again before the mail host's log has
 * said that it does not have it. An attempt that was held up must not end: another one may have begun.
 */
async function end(row: OutboxRow, attempt: number): Promise<void> {
  const asked = performance.now()
  if (!(await beginEnd(row.id, attempt))) throw new Superseded('another attempt has begun')
  if (performance.now() - asked > endWithinMs) throw new Error('the database took too long to let this attempt end')
}

/** The mail host has it: a database that is away for a moment must not make us forget that. */
async function writeDown(row: OutboxRow, attempt: number): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await endAttempt(row.id, attempt, 'accepted', { reason: null, detail: null, dueAt: new Date() })
      return
    } catch (error) {
      if (tries >= 60) throw error
      await pause(500)
    }
  }
}

async function failed(row: OutboxRow, attempt: number, error: unknown): Promise<AttemptOutcome> {
  if (error instanceof MailError && error.cause instanceof Superseded) return 'superseded'
  const { code, detail } = error instanceof MailError ? error : { code: 'internal', detail: undefined }
  const reason = { reason: code, detail: detail ?? null }
  if (code === 'submission-unknown') {
    await changeState(row.id, ['ending'], 'ending', { ...reason, dueAt: new Date(Date.now() + askAgainMs) })
    return 'unknown'
  }
  if (lasting.has(code)) {
    await endAttempt(row.id, attempt, 'stopped', reason)
    return 'stopped'
  }
  const dueAt = new Date(Date.now() + retryDelay(attempt))
  await endAttempt(row.id, attempt, 'held', { ...reason, dueAt })
  return 'waiting'
}

/**
 * Hands a message in, as attempt number `attempt` of its row, and writes down what came of it.
 * @throws what the database throws; then the row says how far the attempt had come
 */
export async function submitAttempt(
  account: MailAccount,
  row: OutboxRow,
  attempt: number,
  wire: WireMessage,
): Promise<AttemptOutcome> {
  const envelope = { from: row.sender ?? account.address, to: row.recipients, size: wire.size }
  try {
    await submitMessage(submissionTarget(account), envelope, wire.content, () => end(row, attempt))
  } catch (error) {
    return failed(row, attempt, error)
  }
  await writeDown(row, attempt)
  return 'accepted'
}
