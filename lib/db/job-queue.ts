import { PgBoss } from 'pg-boss'
import { env } from '@/lib/env'
import { log } from '@/lib/log'

type SendOptions = {
  /** Not before. Now when left out. */
  at?: Date
  /** Of the jobs of one name with one key only one runs at a time. */
  key?: string
}

const shared = globalThis as typeof globalThis & { waypostJobs?: Promise<PgBoss> | null }

/** Only to send: the worker's own instance makes the tables, looks after the queues and runs the jobs. */
async function open(): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: env.databaseUrl,
    max: 2,
    supervise: false,
    schedule: false,
    migrate: false,
    createSchema: false,
    registerInstance: false,
  })
  boss.on('error', ({ message }) => log.warn({ reason: message }, 'the job queue does not answer'))
  return boss.start()
}

/**
 * Asks the worker for a job (worker/jobs has one file for each). It runs at least once, in one of the workers.
 * A job only says "look now": what is to be done stands in a table of ours, and the worker sweeps those every minute.
 * So a fault here delays and loses nothing, and is not thrown.
 */
export async function sendJob(name: string, data: Record<string, string>, options: SendOptions = {}): Promise<void> {
  try {
    shared.waypostJobs ??= open()
    const boss = await shared.waypostJobs
    await boss.send(name, data, { startAfter: options.at, singletonKey: options.key })
  } catch (err) {
    shared.waypostJobs = null
    log.warn({ err, job: name }, 'a job could not be sent; the sweep will find its work')
  }
}
