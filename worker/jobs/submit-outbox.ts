import { z } from 'zod'
import { carryOn, outboxJob } from '@/lib/service/outbox/carry-on'
import { defineJob } from '@/worker/jobs/job'

/** Hands in a message of the outbox when its time has come, and goes on with whatever a fault left undone. */
export const submitOutboxJob = defineJob({
  name: outboxJob,
  data: z.object({ outboxId: z.uuid() }),
  policy: 'one-at-a-time',
  concurrency: 8,
  run: ({ outboxId }) => carryOn(outboxId),
})
