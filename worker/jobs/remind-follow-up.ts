import { z } from 'zod'
import { remindFollowUp, remindJob } from '@/lib/service/follow-up'
import { defineJob } from '@/worker/jobs/job'

/** Puts a conversation on top of the inbox when nobody has answered until now. */
export const remindFollowUpJob = defineJob({
  name: remindJob,
  data: z.object({ followUpId: z.uuid() }),
  policy: 'one-at-a-time',
  concurrency: 2,
  run: ({ followUpId }) => remindFollowUp(followUpId),
})
