import type { MailAccount } from '@/lib/auth/signed-in'
import { sendJob } from '@/lib/db/job-queue'
import { placeSnoozes, removeSnoozes, saveSnoozes } from '@/lib/db/snoozes'
import type { MovedMessages } from '@/lib/mail/imap/move-messages'
import type { ChunkChange, Journal } from '@/lib/service/bulk-chunk'
import { mailboxByPath } from '@/lib/service/mailbox-directory'
import { messageRef } from '@/lib/service/message-ref'
import { refText } from '@/lib/service/ref-text'
import { wakeJob } from '@/lib/service/snooze-messages'

/** Before a chunk moves to Snoozed: when its messages come back. */
export async function saveChunkSnoozes(account: MailAccount, path: string, change: ChunkChange, journal: Journal) {
  if (change.snooze === null) return
  const until = new Date(change.snooze)
  const origin = (await mailboxByPath(account, path)).id
  const snoozes = journal.messages.map(([, guid]) => ({ guid, origin, newest: true }))
  await saveSnoozes(account.accountId, snoozes, until)
  await sendJob(wakeJob, { accountId: account.accountId }, { at: until, key: account.accountId })
}

/** After the move: where they sleep; or, when a snooze was taken back, nothing of it is left. */
export async function placeChunkSnoozes(
  { accountId }: MailAccount,
  change: ChunkChange,
  journal: Journal,
  moved: MovedMessages,
): Promise<void> {
  if (change.wake) {
    await removeSnoozes(
      accountId,
      journal.messages.map(([, guid]) => guid),
    )
  }
  if (change.snooze === null) return
  const guidOf = new Map(journal.messages)
  const places = [...moved.uids].map(([from, to]): [string, string] => [
    guidOf.get(from) ?? '',
    refText(messageRef('snoozed', moved.uidValidity, to)),
  ])
  await placeSnoozes(accountId, new Map(places))
}
