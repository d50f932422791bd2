import { z } from 'zod'
import { accountsWithBulkWork, removeFinishedBefore } from '@/lib/db/bulk-actions'
import { forgetRemovedBefore } from '@/lib/db/contacts/removed'
import { dueFollowUps, removeSettledBefore } from '@/lib/db/follow-ups'
import { sendJob } from '@/lib/db/job-queue'
import { dueOutboxRows, removeSentBefore } from '@/lib/db/outbox'
import { accountsToWake, removeWokenBefore } from '@/lib/db/snoozes'
import { remindJob } from '@/lib/service/follow-up'
import { askForJob } from '@/lib/service/outbox/carry-on'
import { wakeJob } from '@/lib/service/snooze-messages'
import { bulkJob } from '@/lib/service/start-bulk'
import { defineJob } from '@/worker/jobs/job'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** Jobs are sent after the row they are for is written; whatever came between is found here. */
async function sendWhatIsDue(now: number): Promise<void> {
  for (const accountId of await accountsToWake(new Date(now), new Date(now - minuteMs))) {
    await sendJob(wakeJob, { accountId }, { key: accountId })
  }
  for (const followUpId of await dueFollowUps(new Date(now), 1_000)) {
    await sendJob(remindJob, { followUpId }, { key: followUpId })
  }
  for (const id of await dueOutboxRows(new Date(now), new Date(now - minuteMs), 1_000))
    await askForJob(id, new Date(now))
  for (const accountId of await accountsWithBulkWork()) await sendJob(bulkJob, { accountId }, { key: accountId })
}

/** Rows that have said what they had to say. */
async function tidy(now: number): Promise<void> {
  await removeWokenBefore(new Date(now - 7 * dayMs))
  await removeSettledBefore(new Date(now - 30 * dayMs))
  await removeFinishedBefore(new Date(now - dayMs))
  await removeSentBefore(new Date(now - 30 * dayMs))
  await forgetRemovedBefore(new Date(now - dayMs))
}

/** Once a minute: the tables are the truth, and a job that was never sent costs a minute at most. */
export const sweepJob = defineJob({
  name: 'sweep',
  data: z.unknown(),
  policy: 'latest',
  concurrency: 1,
  every: '* * * * *',
  run: async () => {
    await sendWhatIsDue(Date.now())
    await tidy(Date.now())
  },
})
