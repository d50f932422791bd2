import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { logOfMessages } from '@/e2e/mail-log'
import { db } from '@/lib/db/client'
import { LogFollower, postfixLog } from '@/worker/mailhost/follow-log'

export type LogIntake = { lines: number; seconds: number }

const messages = 12_500
const patienceMs = 120_000

/** How long the worker's reader takes for 50,000 lines of a log it never saw, into the database. */
export async function measureIntake(): Promise<LogIntake> {
  const hostId = `bench-${randomUUID().slice(0, 8)}`
  const folder = mkdtempSync(join(tmpdir(), 'waypost-bench-'))
  const path = join(folder, 'mail.log')
  writeFileSync(path, logOfMessages(messages))
  const follower = new LogFollower(postfixLog(hostId, path))
  const started = performance.now()
  follower.start()
  try {
    while ((await db().deliveryEvent.count({ where: { hostId } })) < messages * 3) {
      if (performance.now() - started > patienceMs) throw new Error('the log was not taken in')
      await pause(50)
    }
    return { lines: messages * 4, seconds: (performance.now() - started) / 1000 }
  } finally {
    await follower.stop()
    rmSync(folder, { recursive: true })
  }
}
