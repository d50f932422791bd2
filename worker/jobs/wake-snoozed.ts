import { z } from 'zod'
import { findMailAccountById } from '@/lib/db/accounts'
import { wakeJob } from '@/lib/service/snooze-messages'
import { wakeDue } from '@/lib/service/wake-messages'
import { defineJob } from '@/worker/jobs/job'

/** Brings back what an account had snoozed until now. */
export const wakeSnoozed = defineJob({
  name: wakeJob,
  data: z.object({ accountId: z.uuid() }),
  policy: 'one-at-a-time',
  concurrency: 4,
  run: async ({ accountId }) => {
    const account = await findMailAccountById(accountId)
    if (account !== null) await wakeDue(account, new Date())
  },
})
