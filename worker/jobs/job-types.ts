import { carryOutBulkJob } from '@/worker/jobs/carry-out-bulk'
import type { JobType } from '@/worker/jobs/job'
import { remindFollowUpJob } from '@/worker/jobs/remind-follow-up'
import { submitOutboxJob } from '@/worker/jobs/submit-outbox'
import { sweepJob } from '@/worker/jobs/sweep'
import { wakeSnoozed } from '@/worker/jobs/wake-snoozed'

/** Every kind of job the worker runs. */
export const jobTypes: readonly JobType[] = [wakeSnoozed, remindFollowUpJob, carryOutBulkJob, submitOutboxJob, sweepJob]
