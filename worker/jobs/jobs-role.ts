import { PgBoss, type Queue } from 'pg-boss'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { openArrivals } from '@/worker/arrivals'
import type { JobType } from '@/worker/jobs/job'
import { jobTypes } from '@/worker/jobs/job-types'
import type { Role, RunningRole } from '@/worker/role'

/** A job whose worker was killed is given to another one after this long without a sign of life; pg-boss allows no less. */
const heartbeatSeconds = 10
const lookEverySeconds = 5
const longestHours = 12
/** What is under way gets this long to reach a point where it can be left. */
const stopMs = 6_000

const policies = { 'one-at-a-time': 'singleton', latest: 'stately' } as const

const queueOf = ({ name, policy }: JobType): Queue => ({
  name,
  policy: policies[policy],
  heartbeatSeconds,
  expireInSeconds: longestHours * 3_600,
  // a mail host may be away for a day: a job is never given up before its row says so
  retryLimit: 100_000,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 15,
  deleteAfterSeconds: 3_600,
})

async function offer(boss: PgBoss, type: JobType, stopping: AbortSignal): Promise<void> {
  const { name, policy: _, ...changeable } = queueOf(type)
  await boss.createQueue(name, queueOf(type))
  await boss.updateQueue(name, changeable)
  const options = { localConcurrency: type.concurrency, pollingIntervalSeconds: 0.5, batchSize: 1 }
  await boss.work(name, options, async (jobs) => {
    for (const job of jobs) await attempt(type, job, AbortSignal.any([job.signal, stopping]))
  })
  if (type.every !== null) await boss.schedule(name, type.every, {}, { singletonKey: name })
}

/** The fault goes on to pg-boss, which runs the job again; it is written down here, where its name is known. */
async function attempt(type: JobType, job: { id: string; data: unknown }, signal: AbortSignal): Promise<void> {
  try {
    await type.run(job.data, signal)
  } catch (err) {
    if (!signal.aborted) log.warn({ err, job: type.name, id: job.id }, 'a job failed and will be tried again')
    throw err
  }
}

async function start(): Promise<RunningRole> {
  const boss = new PgBoss({
    connectionString: env.databaseUrl,
    max: 6,
    superviseIntervalSeconds: lookEverySeconds,
    monitorIntervalSeconds: lookEverySeconds,
    registerInstance: false,
  })
  let fault: string | null = null
  boss.on('error', (err) => {
    log.warn({ reason: err.message }, 'the job queue met a fault')
    fault = err.message
    setTimeout(() => {
      fault = null
    }, 60_000).unref()
  })
  // makes and updates its tables in the schema `pgboss`, one worker at a time
  await boss.start({ attempts: 10 })
  const stopping = new AbortController()
  for (const type of jobTypes) await offer(boss, type, stopping.signal)
  const arrivals = openArrivals()
  return {
    state: () => ({ ok: true, jobs: jobTypes.length, watched: arrivals.count(), lastFault: fault }),
    stop: async () => {
      stopping.abort()
      arrivals.close()
      await boss.stop({ graceful: true, timeout: stopMs })
    },
  }
}

/** Timed work and long work: what waits for a time, and what takes longer than a request may. */
export const jobsRole: Role = { name: 'jobs', start }
