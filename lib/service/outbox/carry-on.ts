import { Readable } from 'node:stream'
import type { MailAccount } from '@/lib/auth/signed-in'
import { findMailAccountById } from '@/lib/db/accounts'
import { sendJob } from '@/lib/db/job-queue'
import { sendNotice } from '@/lib/db/notices'
import { beginAttempt, changeState, findOutboxRow, type OutboxRow, removeOutboxRow } from '@/lib/db/outbox'
import { log } from '@/lib/log'
import { MailError } from '@/lib/mail/errors'
import { changeFields } from '@/lib/mail/mime/header-fields'
import { finishSent } from '@/lib/service/outbox/finish-sent'
import { findHeldCopy, readHeldCopy } from '@/lib/service/outbox/held-copies'
import { wasTaken } from '@/lib/service/outbox/outcome-of'
import { bringBack } from '@/lib/service/outbox/recall-message'
import { askAgainMs, retryDelay, submitAttempt } from '@/lib/service/outbox/submit-attempt'

/** The job (worker/jobs) that goes on with a message in the outbox. */
export const outboxJob = 'submit-outbox'

/** An attempt that has not ended its message by then was cut off, or is too slow to be waited for. */
const staleSeconds = 20

export const askForJob = (id: string, at: Date): Promise<void> => sendJob(outboxJob, { outboxId: id }, { at, key: id })

const tell = ({ accountId, messageId }: OutboxRow) => sendNotice({ accountId, topic: 'outbox', id: messageId })

/** The bytes for the wire: Bcc is for the sender's own copy alone. */
async function wireMessage(account: MailAccount, messageId: string) {
  const ref = await findHeldCopy(account, messageId)
  if (ref === null) return null
  const stored = await readHeldCopy(account, ref)
  const content = changeFields(stored, (name, field) => (name === 'bcc' ? '' : field))
  return { size: content.length, content: () => Readable.from([content], { objectMode: false }) }
}

/** The mail host cannot be asked for the message: it waits, as it would for submission. */
async function waitForMailbox(row: OutboxRow, error: unknown): Promise<void> {
  if (!(error instanceof MailError)) throw error
  log.warn({ err: error }, 'a message in the outbox could not be read')
  const dueAt = new Date(Date.now() + retryDelay(row.attempts))
  await changeState(row.id, ['submitting'], 'held', { dueAt, reason: error.code, detail: error.detail ?? null })
}

async function submit(account: MailAccount, row: OutboxRow): Promise<void> {
  const attempt = await beginAttempt(row.id, staleSeconds)
  if (attempt === null) return
  const begun = { ...row, attempts: attempt }
  let wire: Awaited<ReturnType<typeof wireMessage>>
  try {
    wire = await wireMessage(account, row.messageId)
  } catch (error) {
    return waitForMailbox(begun, error)
  }
  // somebody took it out of Scheduled, with whatever program: it is not to be sent
  if (wire === null) return removeOutboxRow(row.id, ['submitting'])
  await submitAttempt(account, begun, attempt, wire)
}

/** A message that the mail host may have: nothing is tried before its log has spoken. */
async function settleEnding(account: MailAccount, row: OutboxRow): Promise<void> {
  const taken = await wasTaken(account, row)
  const now = new Date()
  const unknown = { reason: 'submission-unknown', dueAt: new Date(now.getTime() + askAgainMs) }
  if (taken === null) await changeState(row.id, ['ending'], 'ending', unknown)
  else await changeState(row.id, ['ending'], taken ? 'accepted' : 'held', { reason: null, detail: null, dueAt: now })
}

async function finish(account: MailAccount, row: OutboxRow): Promise<void> {
  try {
    await finishSent(account, row)
  } catch (err) {
    log.warn({ err }, 'a message left and could not be moved to Sent yet')
    await changeState(row.id, ['accepted'], 'accepted', { dueAt: new Date(Date.now() + askAgainMs) })
  }
}

/** Send was cut off before the message was held: it does not leave, and its author is told. */
async function settleStoring(account: MailAccount, row: OutboxRow): Promise<void> {
  const ref = await findHeldCopy(account, row.messageId)
  if (ref === null) await removeOutboxRow(row.id, ['storing'])
  else await changeState(row.id, ['storing'], 'stopped', { reason: 'interrupted', detail: null })
}

const steps: Record<string, (account: MailAccount, row: OutboxRow) => Promise<unknown>> = {
  held: submit,
  submitting: submit,
  ending: settleEnding,
  accepted: finish,
  storing: settleStoring,
  recalling: bringBack,
}

/** What is stored or taken back for so long was cut off. */
const cutOffMs = 60_000

const unfinished = new Set(['held', 'submitting', 'ending', 'accepted'])

/**
 * Goes on with a message in the outbox from wherever it stands until it has left, or has to wait: then a job is asked for
 * that time. May be repeated after any fault, and run twice at once.
 * @throws what the database throws
 */
export async function carryOn(id: string): Promise<void> {
  for (let row = await findOutboxRow(id); row !== null; ) {
    const account = await findMailAccountById(row.accountId)
    const step = steps[row.state]
    if (account === null || step === undefined) return
    const underWay = !unfinished.has(row.state) && Date.now() - row.updatedAt.getTime() < cutOffMs
    if (underWay) return
    if (unfinished.has(row.state) && row.dueAt.getTime() > Date.now()) return askForJob(id, row.dueAt)
    await step(account, row)
    await tell(row)
    const next = await findOutboxRow(id)
    // an attempt of another process goes on with it
    if (next?.state === 'submitting') return askForJob(id, new Date(Date.now() + staleSeconds * 1000))
    if (next?.state === row.state && !unfinished.has(row.state)) return
    row = next
  }
}
