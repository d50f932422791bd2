import type { z } from 'zod'

type Work<S extends z.ZodType> = {
  name: string
  /** What `sendJob` gave it; nothing else is run. */
  data: S
  /**
   * `one-at-a-time`: of the jobs with one key (lib/db/job-queue) one runs at a time. `latest`: the same, and one more may
   * wait, so that asking twice is asking once.
   */
  policy: 'one-at-a-time' | 'latest'
  /** How many of it this worker runs side by side. */
  concurrency: number
  /** A time table in cron's words (UTC), for what happens without being asked. */
  every?: string
  /**
   * Runs at least once: after a fault or a kill again, from the start, perhaps in another worker. So it must come to the
   * same end however often it runs. `signal` says that the worker stops: leave off where it can be taken up again.
   */
  run: (data: z.output<S>, signal: AbortSignal) => Promise<void>
}

/** A kind of job: one file in this folder, listed in `job-types.ts`. */
export type JobType = {
  name: string
  policy: Work<z.ZodType>['policy']
  concurrency: number
  every: string | null
  run: (data: unknown, signal: AbortSignal) => Promise<void>
}

/** Describes a kind of job; its data are checked before it runs. */
export const defineJob = <S extends z.ZodType>({ data, run, every, ...rest }: Work<S>): JobType => ({
  ...rest,
  every: every ?? null,
  run: (given, signal) => run(data.parse(given), signal),
})
