import { z } from 'zod'
import { carryOutBulk } from '@/lib/service/carry-out-bulk'
import { bulkJob } from '@/lib/service/start-bulk'
import { defineJob } from '@/worker/jobs/job'

/** Carries out what an account asked for on everything that matches, one action after the other. */
export const carryOutBulkJob = defineJob({
  name: bulkJob,
  data: z.object({ accountId: z.uuid() }),
  policy: 'latest',
  concurrency: 4,
  run: ({ accountId }, signal) => carryOutBulk(accountId, signal),
})
