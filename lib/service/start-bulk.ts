import type { MailAccount } from '@/lib/auth/signed-in'
import type { BulkState, StartBulk } from '@/lib/contract/bulk'
import { createBulk, type NewChunk } from '@/lib/db/bulk-actions'
import { sendJob } from '@/lib/db/job-queue'
import { countUidSet, splitUidSet } from '@/lib/mail/imap/uid-set'
import { chunkChangeFor } from '@/lib/service/bulk-change'
import { readScope } from '@/lib/service/bulk-scope'
import { toBulkState } from '@/lib/service/bulk-state'
import { followInbox } from '@/lib/service/follow-inbox'
import { keywordOfLabel } from '@/lib/service/label-directory'

/** The job (worker/jobs) that carries out an account's bulk work. */
export const bulkJob = 'carry-out-bulk'

/** Small enough for a fraction of a second each, so that progress moves and Cancel is heard. */
const chunkSize = 500

const keywordIf = async (account: MailAccount, label: string | null) =>
  label?.startsWith('l-') ? keywordOfLabel(account, label) : null

async function chunksOf(account: MailAccount, { scope, change }: StartBulk): Promise<NewChunk[]> {
  const chunks: NewChunk[] = []
  const listed = await keywordIf(account, scope.kind === 'list' ? scope.mailbox : null)
  const put = await keywordIf(account, 'label' in change ? change.label : null)
  for (const part of await readScope(account, scope, listed)) {
    const { mailbox, uidValidity } = part
    const chunkChange = await chunkChangeFor(account, scope, change, mailbox, put)
    if (chunkChange === null) continue
    for (const uids of splitUidSet(part.uids, chunkSize)) {
      chunks.push({ mailbox: mailbox.path, uidValidity, uids, change: chunkChange })
    }
  }
  return chunks
}

/**
 * Starts a change to everything of a list or a search. The set is fixed now, by UIDVALIDITY and UID; the worker carries
 * it out, whatever becomes of this process.
 * @throws AppError `mailbox-not-found`, `label-not-found`, `bad-request`, `forbidden`; MailError of the connection
 */
export async function startBulk(account: MailAccount, request: StartBulk): Promise<BulkState> {
  const chunks = await chunksOf(account, request)
  const { accountId } = account
  const total = chunks.reduce((sum, { uids }) => sum + countUidSet(uids), 0)
  const bulk = await createBulk({ accountId, kind: request.change.kind, total }, chunks)
  if (request.change.kind === 'mute' || request.change.kind === 'snooze') await followInbox(account)
  await sendJob(bulkJob, { accountId }, { key: accountId })
  return toBulkState(bulk, false)
}
