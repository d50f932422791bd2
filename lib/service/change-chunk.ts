import type { MailAccount } from '@/lib/auth/signed-in'
import { type BulkChunk, writeJournal } from '@/lib/db/bulk-actions'
import { AppError } from '@/lib/errors'
import { MailError } from '@/lib/mail/errors'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { fetchItems } from '@/lib/mail/imap/fetch-items'
import { expungeMessages } from '@/lib/mail/imap/move-messages'
import { statusOf } from '@/lib/mail/imap/status-of'
import { storeFlag } from '@/lib/mail/imap/store-flag'
import { countUidSet } from '@/lib/mail/imap/uid-set'
import { type ChunkChange, chunkChangeSchema, type Journal, journalSchema } from '@/lib/service/bulk-chunk'
import { placeChunkSnoozes, saveChunkSnoozes } from '@/lib/service/chunk-snoozes'
import { finishMove } from '@/lib/service/finish-move'
import { type Opposite, oppositesOf } from '@/lib/service/opposite-of-chunk'
import { withMailbox } from '@/lib/service/with-mailbox'

type Changed = { done: number; skipped: number; opposite: Opposite[] }

/** Which messages a flag is new to; the others are left out, so that taking it back is exact. */
function flagsToChange(change: ChunkChange, found: { uid: number; flags: Set<string> }[]): Journal['flags'] {
  const differing = (flag: string, value: boolean) => ({
    flag,
    value,
    uids: found.filter(({ flags }) => flags.has(flag) !== value).map(({ uid }) => uid),
  })
  const added = change.add.map((flag) => differing(flag, true))
  const removed = change.remove.map((flag) => differing(flag, false))
  return [...added, ...removed].filter(({ uids }) => uids.length > 0)
}

async function uidNextOf(connection: ImapConnection, path: string): Promise<number> {
  try {
    return (await statusOf(connection, path)).uidNext
  } catch (cause) {
    // of the target, which ends the action; a source that is gone only ends the chunk
    if (cause instanceof MailError && cause.code === 'mailbox-not-found') {
      throw new AppError('mailbox-not-found', 'the mailbox to move to is gone', { cause })
    }
    throw cause
  }
}

/** What is there now, written down before anything changes. */
async function startJournal(connection: ImapConnection, chunk: BulkChunk, change: ChunkChange): Promise<Journal> {
  const targetNext = change.to === null ? 0 : await uidNextOf(connection, change.to)
  const found = await fetchItems(connection, chunk.uids, ['UID', 'FLAGS', 'X-GUID'], 'uid')
  const messages = found.map(({ uid, guid }): [number, string] => [uid, guid])
  const journal = { messages, flags: flagsToChange(change, found), targetNext }
  await writeJournal(chunk, journal)
  return journal
}

const uidsOf = ({ messages }: Journal): number[] => messages.map(([uid]) => uid)

/** @returns how many messages it changed, and what takes that back */
async function apply(
  account: MailAccount,
  connection: ImapConnection,
  chunk: BulkChunk,
): Promise<Omit<Changed, 'skipped'>> {
  const change = chunkChangeSchema.parse(chunk.change)
  const repeated = chunk.journal !== null
  const journal = repeated ? journalSchema.parse(chunk.journal) : await startJournal(connection, chunk, change)
  if (journal.messages.length === 0) return { done: 0, opposite: [] }
  for (const { flag, value, uids } of journal.flags) await storeFlag(connection, uids, flag, value)
  if (change.expunge) {
    await expungeMessages(connection, uidsOf(journal))
    return { done: journal.messages.length, opposite: [] }
  }
  if (change.to === null) {
    const done = new Set(journal.flags.flatMap(({ uids }) => uids)).size
    return { done, opposite: oppositesOf(chunk, change, journal, null) }
  }
  await saveChunkSnoozes(account, chunk.mailbox, change, journal)
  const moved = await finishMove(connection, chunk.mailbox, change.to, journal, repeated)
  await placeChunkSnoozes(account, change, journal, moved)
  return { done: moved.uids.size, opposite: oppositesOf(chunk, change, journal, moved) }
}

/**
 * Changes the messages of one chunk, or ends what an interrupted attempt began: its journal says what was there.
 * Messages that are gone, or so already, are skipped; so are all when their mailbox was removed or made anew.
 * @throws AppError `mailbox-not-found` when the target is gone; MailError of the connection
 */
export async function changeChunk(account: MailAccount, chunk: BulkChunk): Promise<Changed> {
  const total = countUidSet(chunk.uids)
  try {
    const { done, opposite } = await withMailbox(account, chunk.mailbox, async (connection) => {
      const current = connection.mailbox !== false && connection.mailbox.uidValidity === BigInt(chunk.uidValidity)
      return current ? apply(account, connection, chunk) : { done: 0, opposite: [] }
    })
    return { done, skipped: total - done, opposite }
  } catch (error) {
    if (!(error instanceof MailError) || error.code !== 'mailbox-not-found') throw error
    return { done: 0, skipped: total, opposite: [] }
  }
}
