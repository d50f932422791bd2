import { MailError } from '@/lib/mail/errors'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { fetchItems } from '@/lib/mail/imap/fetch-items'
import { searchKeys, searchUids } from '@/lib/mail/imap/search-uids'
import { placeRaised } from '@/lib/mail/thread/arrival-order'
import { type Places, singles, toColumns } from '@/lib/mail/thread/columns'
import { readArrivalOrder, readRealPlaces, readThreads } from '@/lib/mail/thread/read-answers'
import { ThreadIndex } from '@/lib/mail/thread/thread-index'

/**
 * What is threaded: `view` is a virtual mailbox, whose messages really are elsewhere; `mailbox` a real one; `singles` a
 * real one whose messages stand alone.
 */
export type IndexSource = { path: string; kind: 'view' | 'mailbox' | 'singles' }

/** Lends a second connection with the same mailbox selected: two answers are then made at once. */
export type LendSecond = <T>(work: (connection: ImapConnection) => Promise<T>) => Promise<T>

/** Threading that many takes longer than to open a second connection. */
const worthTwo = 10_000

async function placesOfView(connection: ImapConnection, exists: number): Promise<Places> {
  const [uids, realUids, mailboxOf] = [new Uint32Array(exists), new Uint32Array(exists), new Uint16Array(exists)]
  const mailboxes: string[] = []
  let count = 0
  await readRealPlaces(connection, '1:*', ({ uid, path, realUid }) => {
    if (count === exists) return
    let mailbox = mailboxes.indexOf(path)
    if (mailbox < 0) mailbox = mailboxes.push(path) - 1
    uids[count] = uid
    realUids[count] = realUid
    mailboxOf[count++] = mailbox
  })
  return {
    uids: uids.subarray(0, count),
    realUids: realUids.subarray(0, count),
    mailboxOf: mailboxOf.subarray(0, count),
    mailboxes,
  }
}

async function placesOfMailbox(connection: ImapConnection, path: string): Promise<Places> {
  const uids = await searchUids(connection, searchKeys.all)
  return { uids, realUids: uids, mailboxOf: new Uint16Array(uids.length), mailboxes: [path] }
}

function selected(connection: ImapConnection) {
  if (connection.mailbox === false) throw new MailError('mailbox-not-found', 'no mailbox is selected')
  return connection.mailbox
}

/** Reads the conversations of the selected mailbox from the server. */
export async function readIndex(
  connection: ImapConnection,
  source: IndexSource,
  lendSecond: LendSecond,
): Promise<ThreadIndex> {
  const { exists, uidValidity } = selected(connection)
  const readPlaces = async (from: ImapConnection) => ({
    places: await (source.kind === 'view' ? placesOfView(from, exists) : placesOfMailbox(from, source.path)),
    arrivals: await placeRaised(from, await readArrivalOrder(from)),
  })
  if (source.kind !== 'view') {
    const { places, arrivals } = await readPlaces(connection)
    const threads = source.kind === 'singles' ? singles(places.uids) : await readThreads(connection)
    return new ThreadIndex(toColumns(uidValidity, places, threads, arrivals))
  }
  const lend: LendSecond = exists < worthTwo ? (work) => work(connection) : lendSecond
  const [threads, { places, arrivals }] = await Promise.all([readThreads(connection), lend(readPlaces)])
  return new ThreadIndex(toColumns(uidValidity, places, threads, arrivals))
}

/**
 * Whether the index still names the messages of the selected mailbox. Every arrival raises the highest UID and every
 * removal lowers the count against it: the two together tell.
 */
export async function isCurrent(connection: ImapConnection, index: ThreadIndex): Promise<boolean> {
  const { exists, uidValidity } = selected(connection)
  const { uids, uidValidity: known } = index.columns
  if (known !== uidValidity || uids.length !== exists) return false
  if (exists === 0) return true
  const [newest] = await fetchItems(connection, String(exists), ['UID'], 'sequence')
  return newest?.uid === uids[exists - 1]
}
