import type { NewChunk } from '@/lib/db/bulk-actions'
import type { MovedMessages } from '@/lib/mail/imap/move-messages'
import { toUidSet } from '@/lib/mail/imap/uid-set'
import { type ChunkChange, type Journal, noChange } from '@/lib/service/bulk-chunk'

/** A chunk that takes another one back. */
export type Opposite = NewChunk & { change: ChunkChange }

type Place = Pick<NewChunk, 'mailbox' | 'uidValidity' | 'uids'>

/** What sets flags back; `flags` are those of one and the same messages. */
const backFlags = (flags: Journal['flags']): Pick<ChunkChange, 'add' | 'remove'> => ({
  add: flags.filter(({ value }) => !value).map(({ flag }) => flag),
  remove: flags.filter(({ value }) => value).map(({ flag }) => flag),
})

function stayed(place: Place, journal: Journal): Opposite[] {
  return journal.flags.map((flag) => ({
    ...place,
    uids: toUidSet(flag.uids),
    change: { ...noChange, ...backFlags([flag]) },
  }))
}

/** Messages whose flags changed alike go back together. */
function wentAway(place: Place, change: ChunkChange, journal: Journal, moved: MovedMessages): Opposite[] {
  const flagsOf = (uid: number) => journal.flags.filter(({ uids }) => uids.includes(uid))
  const alike = Map.groupBy(moved.uids.keys(), (uid) =>
    flagsOf(uid)
      .map(({ flag }) => flag)
      .join(' '),
  )
  return [...alike.values()].map((uids) => ({
    mailbox: change.to ?? place.mailbox,
    uidValidity: moved.uidValidity,
    uids: toUidSet(uids.flatMap((uid) => moved.uids.get(uid) ?? [])),
    change: {
      ...noChange,
      ...backFlags(flagsOf(uids[0] ?? 0)),
      to: place.mailbox,
      wake: change.snooze !== null,
    },
  }))
}

/**
 * What takes a carried out chunk back, exactly: only flags that changed, only messages that went, to where they were.
 * @param moved null when they stayed in their mailbox
 */
export const oppositesOf = (
  { mailbox, uidValidity, uids }: Place,
  change: ChunkChange,
  journal: Journal,
  moved: MovedMessages | null,
): Opposite[] => {
  const place = { mailbox, uidValidity, uids }
  return moved === null ? stayed(place, journal) : wentAway(place, change, journal, moved)
}
