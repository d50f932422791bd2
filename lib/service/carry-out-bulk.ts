import type { MailAccount } from '@/lib/auth/signed-in'
import { findMailAccountById } from '@/lib/db/accounts'
import {
  type BulkChunk,
  type BulkRow,
  changeBulkState,
  claimChunk,
  findBulk,
  finishChunk,
  oldestLive,
  releaseChunk,
} from '@/lib/db/bulk-actions'
import { sendNotice } from '@/lib/db/notices'
import { AppError } from '@/lib/errors'
import { log } from '@/lib/log'
import { MailError } from '@/lib/mail/errors'
import { changeChunk } from '@/lib/service/change-chunk'

/** Longer than a chunk may take (the deadline of a loan is 15 s): nobody repeats what may still be under way. */
const leaseMs = 20_000
const toldEveryMs = 250

/** Faults that trying again does not mend: the action ends, and what was done is said. */
const final = new Set<string>(['quota-exceeded', 'mailbox-not-found', 'imap-refused', 'bad-request'])

/** A sign-in refused while a mail host comes up is no answer to the change itself. */
const refusedSignIn = ({ cause }: Error): boolean =>
  typeof cause === 'object' && cause !== null && 'authenticationFailed' in cause && cause.authenticationFailed === true

const isFinal = (error: unknown): error is MailError | AppError =>
  (error instanceof MailError || error instanceof AppError) && final.has(error.code) && !refusedSignIn(error)

async function carryOutChunk(account: MailAccount, chunk: BulkChunk): Promise<void> {
  try {
    const { done, skipped, opposite } = await changeChunk(account, chunk)
    await finishChunk(chunk, done, skipped, opposite)
  } catch (error) {
    await releaseChunk(chunk).catch((err) => log.warn({ err }, 'a chunk could not be released; its lease runs out'))
    throw error
  }
}

/** Tells the account's windows, not more often than they can show. */
function teller({ accountId }: MailAccount, id: string) {
  let told = 0
  return async (now: boolean) => {
    if (!now && Date.now() - told < toldEveryMs) return
    told = Date.now()
    await sendNotice({ accountId, topic: 'bulk', id })
  }
}

/** @returns false when it was canceled before its end */
async function carryOutChunks(account: MailAccount, id: string, signal: AbortSignal): Promise<boolean> {
  const tell = teller(account, id)
  for (;;) {
    // pg-boss runs the job again, in whatever worker is there then
    if (signal.aborted) throw new Error('the worker stops')
    const row = await findBulk(account.accountId, id)
    if (row?.state !== 'running') return false
    const chunk = await claimChunk(id, leaseMs)
    if (chunk === null) return true
    if (chunk === 'busy') throw new Error('a chunk of another worker has not ended yet')
    await carryOutChunk(account, chunk)
    await tell(false)
  }
}

async function carryOut(account: MailAccount, row: BulkRow, signal: AbortSignal): Promise<void> {
  const { accountId } = account
  try {
    const complete = await carryOutChunks(account, row.id, signal)
    await changeBulkState(row.id, complete ? ['running'] : ['canceling'], complete ? 'done' : 'canceled')
  } catch (error) {
    if (!isFinal(error)) throw error
    log.warn({ err: error, bulk: row.id }, 'a bulk action cannot go on')
    await changeBulkState(row.id, ['running', 'canceling'], 'failed', error.code)
  }
  await sendNotice({ accountId, topic: 'bulk', id: row.id })
}

/**
 * Carries out the account's bulk actions in the order they were asked for, chunk by chunk, until none is left. Safe to run
 * again after any fault: what a chunk did is found in its journal and in the mailboxes.
 * @throws whatever may pass by itself (the mail host or the database does not answer): run it again
 */
export async function carryOutBulk(accountId: string, signal: AbortSignal): Promise<void> {
  const account = await findMailAccountById(accountId)
  for (let row = await oldestLive(accountId); row !== null; row = await oldestLive(accountId)) {
    if (account === null) await changeBulkState(row.id, ['running', 'canceling'], 'failed', 'forbidden')
    else await carryOut(account, row, signal)
  }
}
