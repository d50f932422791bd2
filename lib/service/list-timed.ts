import type { MailAccount } from '@/lib/auth/signed-in'
import type { TimedList, TimedNote } from '@/lib/contract/timed'
import { listFollowUps } from '@/lib/db/follow-ups'
import { listSnoozes } from '@/lib/db/snoozes'
import { parseRefText } from '@/lib/service/ref-text'

/** More is not shown; what sleeps wakes all the same. */
const limit = 2_000

/** Why messages stand where they do, and which sent ones wait for an answer. */
export async function listTimed({ accountId }: MailAccount): Promise<TimedList> {
  const [snoozes, followUps] = await Promise.all([listSnoozes(accountId, limit), listFollowUps(accountId, limit)])
  const notes: TimedNote[] = []
  for (const { ref, until, wokenAt } of snoozes) {
    if (ref === null) continue
    notes.push({ ref: parseRefText(ref), kind: wokenAt === null ? 'snoozed' : 'woken', at: until.toISOString() })
  }
  for (const { ref, sentAt } of followUps) {
    if (ref !== null) notes.push({ ref: parseRefText(ref), kind: 'no-answer', at: sentAt.toISOString() })
  }
  const waiting = followUps.filter(({ state }) => state === 'waiting')
  return { notes, followUps: waiting.map(({ messageId, due }) => ({ messageId, due: due.toISOString() })) }
}
