import type { ImapConnection } from '@/lib/mail/imap/connection'
import { fetchItems } from '@/lib/mail/imap/fetch-items'
import { expungeMessages, type MovedMessages, moveMessages } from '@/lib/mail/imap/move-messages'
import { selectMailbox } from '@/lib/mail/imap/select-mailbox'
import type { Journal } from '@/lib/service/bulk-chunk'

type Message = Journal['messages'][number]

/** UIDs by GUID of what came into `target` since the journal was written. */
async function readArrived(connection: ImapConnection, target: string, next: number) {
  const { uidValidity } = await selectMailbox(connection, target)
  const found = await fetchItems(connection, `${next}:*`, ['UID', 'X-GUID'], 'uid')
  // `n:*` names the last message even when n is above it
  const arrived = found.filter(({ uid }) => uid >= next)
  const byGuid = new Map<string, number[]>()
  for (const { guid, uid } of arrived) byGuid.set(guid, [...(byGuid.get(guid) ?? []), uid])
  return { uidValidity: Number(uidValidity), byGuid }
}

/**
 * Pairs messages with what arrived of them. Copies of one message share a GUID, so those that left the source are paired
 * first; one still in the source and in the target as well was cut off between the two halves of a move.
 */
function pair(messages: Message[], left: Set<number>, byGuid: Map<string, number[]>): Map<number, number> {
  const pairs = new Map<number, number>()
  const order = [...messages].sort(([a], [b]) => Number(left.has(a)) - Number(left.has(b)))
  for (const [uid, guid] of order) {
    const to = byGuid.get(guid)?.shift()
    if (to !== undefined) pairs.set(uid, to)
  }
  return pairs
}

/** What an interrupted move did, with its half-done messages taken out of the source. */
async function settle(connection: ImapConnection, source: string, target: string, journal: Journal) {
  const arrived = await readArrived(connection, target, journal.targetNext)
  await selectMailbox(connection, source)
  const uids = journal.messages.map(([uid]) => uid)
  const left = new Set((await fetchItems(connection, uids.join(','), ['UID'], 'uid')).map(({ uid }) => uid))
  const pairs = pair(journal.messages, left, arrived.byGuid)
  const halfDone = [...pairs.keys()].filter((uid) => left.has(uid))
  if (halfDone.length > 0) await expungeMessages(connection, halfDone)
  return { uidValidity: arrived.uidValidity, uids: pairs }
}

/**
 * A server that did not answer for a while still ends what the session that was given up had begun, beside the attempt that
 * repeats it: what that moved first is counted as moved, and what both moved is taken out of the target once.
 * @returns `moved` with all of the journal that is in the target
 */
async function reconcile(
  connection: ImapConnection,
  source: string,
  target: string,
  journal: Journal,
  moved: MovedMessages,
): Promise<MovedMessages> {
  const { uidValidity, byGuid } = await readArrived(connection, target, journal.targetNext)
  const known = new Set(moved.uids.values())
  for (const [guid, arrived] of byGuid)
    byGuid.set(
      guid,
      arrived.filter((uid) => !known.has(uid)),
    )
  const lost = journal.messages.filter(([uid]) => !moved.uids.has(uid))
  const uids = new Map([...moved.uids, ...pair(lost, new Set(), byGuid)])
  const guids = new Set(journal.messages.filter(([uid]) => uids.has(uid)).map(([, guid]) => guid))
  const doubles = [...guids].flatMap((guid) => byGuid.get(guid) ?? [])
  if (doubles.length > 0) await expungeMessages(connection, doubles)
  await selectMailbox(connection, source)
  return { uidValidity, uids }
}

/**
 * Moves the journal's messages from the selected `source` to `target`, or ends what an interrupted attempt began
 * (`repeated`): afterwards each of them that was there is in the target, once.
 */
export async function finishMove(
  connection: ImapConnection,
  source: string,
  target: string,
  journal: Journal,
  repeated: boolean,
): Promise<MovedMessages> {
  const before: MovedMessages = repeated
    ? await settle(connection, source, target, journal)
    : { uidValidity: 0, uids: new Map() }
  const rest = journal.messages.map(([uid]) => uid).filter((uid) => !before.uids.has(uid))
  const after = await moveMessages(connection, rest, target)
  const moved = {
    uidValidity: after.uidValidity || before.uidValidity,
    uids: new Map([...before.uids, ...after.uids]),
  }
  return repeated ? reconcile(connection, source, target, journal, moved) : moved
}
