import { nextMessage, type SeedMessage, type SeedThread, seedPeople, startThread } from '@/scripts/seed/message'
import { Random } from '@/scripts/seed/random'

/** The newest message's date: fixed, so that the same seed gives the same bytes in any year. */
const newest = Date.UTC(2026, 10, 1, 9, 0, 0)
const sixYears = 6 * 365 * 86_400_000

/**
 * `count` messages to `owner`, oldest first, the same for the same `seed`: conversations of one to eight messages that
 * overlap, from 250 people over six years.
 */
export function* corpus(owner: string, count: number, seed: string): Generator<SeedMessage> {
  const random = new Random(`${seed}/${count}`)
  const people = seedPeople(random, 250)
  const open: SeedThread[] = []
  const step = sixYears / Math.max(count, 1)
  for (let index = 0; index < count; index++) {
    const goesOn = open.length > 0 && random.chance(0.55)
    const thread = goesOn ? random.pick(open) : startThread(random, people)
    if (!goesOn) open.push(thread)
    if (open.length > 40 || thread.ids.length >= 7)
      open.splice(open.indexOf(thread.ids.length >= 7 ? thread : (open[0] ?? thread)), 1)
    const date = new Date(Math.round(newest - sixYears + step * (index + 1)))
    yield nextMessage(random, thread, owner, date, index > count - 40)
  }
}
