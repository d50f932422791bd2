import { db } from '@/lib/db/client'

/** Failures older than this are forgotten. */
const memory = '1 day'

/**
 * Counts one attempt as failed before it is made, so that a thousand guesses sent at once are a thousand failures;
 * `releaseAttempt` or `forgetFailures` takes it back. The n-th failure blocks the key for `delays[n - 1]` seconds, those
 * after the last for as long as the last. False while the key must wait: nothing is counted then. The clock, not the
 * beginning of this transaction, says so: one that waited for another attempt of the key began before that was written.
 */
export async function reserveAttempt(key: string, delays: readonly number[]): Promise<boolean> {
  const list = [...delays]
  const rows = await db().$queryRaw<{ failures: number }[]>`
    INSERT INTO sign_in_throttles AS t (key, failures, blocked_until, last_failure_at)
    VALUES (${key}, 1, now() + make_interval(secs => (${list}::int[])[1]), now())
    ON CONFLICT (key) DO UPDATE SET
      failures = CASE WHEN t.last_failure_at < now() - ${memory}::interval THEN 1 ELSE t.failures + 1 END,
      blocked_until = now() + make_interval(secs => (${list}::int[])[
        CASE WHEN t.last_failure_at < now() - ${memory}::interval THEN 1
             ELSE least(t.failures + 1, cardinality(${list}::int[])) END]),
      last_failure_at = now()
    WHERE t.blocked_until <= clock_timestamp()
    RETURNING failures`
  return rows.length > 0
}

/** Seconds this key still has to wait, at least 1. */
export async function secondsBlocked(key: string): Promise<number> {
  const rows = await db().$queryRaw<{ seconds: number }[]>`
    SELECT ceil(extract(epoch FROM blocked_until - now()))::int AS seconds FROM sign_in_throttles WHERE key = ${key}`
  return Math.max(1, rows[0]?.seconds ?? 1)
}

/** Takes one reserved attempt back: it did not fail. */
export async function releaseAttempt(key: string): Promise<void> {
  await db().$executeRaw`
    UPDATE sign_in_throttles SET failures = greatest(failures - 1, 0), blocked_until = now() WHERE key = ${key}`
}

export async function forgetFailures(key: string): Promise<void> {
  await db().signInThrottle.deleteMany({ where: { key } })
}

export async function removeOldThrottles(): Promise<void> {
  await db().$executeRaw`DELETE FROM sign_in_throttles WHERE last_failure_at < now() - ${memory}::interval`
}
