import { MailError } from '@/lib/mail/errors'
import { execute, type ImapConnection, textOf } from '@/lib/mail/imap/connection'
import { RecentMap } from '@/lib/mail/imap/recent-map'

/** UIDs of one window of the selected mailbox, newest first, and how many messages it has in all. */
export type ListWindow = { uids: number[]; total: number; uidValidity: bigint }

/** Views of many mailboxes, sorted by arrival: kept until something arrives or leaves. About 0.8 MB for 100,000. */
const sorted = new RecentMap<Uint32Array>(64)

const atom = (value: string) => ({ type: 'ATOM', value })

/** UIDs of the selected mailbox by arrival, newest first (RFC 5256). */
async function sortByArrival(connection: ImapConnection): Promise<Uint32Array> {
  let uids: number[] = []
  const attributes = [[atom('REVERSE'), atom('ARRIVAL')], atom('UTF-8'), atom('ALL')]
  await execute(connection, 'UID SORT', attributes, {
    SORT: async (response) => {
      uids = response.numbers ?? (response.attributes ?? []).map((token) => Number(textOf(token)))
    },
  })
  return Uint32Array.from(uids)
}

async function uidsOfSequence(connection: ImapConnection, from: number, to: number): Promise<number[]> {
  const uids: number[] = []
  await execute(connection, 'FETCH', [{ type: 'SEQUENCE', value: `${from}:${to}` }, [atom('UID')]], {
    FETCH: async (response) => {
      const pairs = response.attributes?.[1]
      if (!Array.isArray(pairs)) return
      const at = pairs.findIndex((token) => textOf(token).toUpperCase() === 'UID')
      if (at >= 0) uids.push(Number(textOf(pairs[at + 1])))
    },
  })
  return uids.sort((a, b) => b - a)
}

/** The sorted UIDs of a selected view, from memory while nothing arrived or left. */
export async function sortedUids(connection: ImapConnection, address: string): Promise<Uint32Array> {
  const { mailbox } = connection
  if (mailbox === false) throw new MailError('mailbox-not-found', 'no mailbox is selected')
  // The highest UID and the count together change with every arrival and removal.
  const [highest = 0] = mailbox.exists === 0 ? [] : await uidsOfSequence(connection, mailbox.exists, mailbox.exists)
  const key = [address, mailbox.path, mailbox.uidValidity, highest, mailbox.exists].join('\n')
  const known = sorted.get(key)
  if (known !== undefined) return known
  const fresh = await sortByArrival(connection)
  sorted.set(key, fresh)
  return fresh
}

/**
 * One window of the selected mailbox. A mailbox keeps its messages in the order they came, so a window is a run of
 * sequence numbers; a view over several mailboxes has to be sorted.
 */
export async function listWindow(
  connection: ImapConnection,
  address: string,
  view: boolean,
  offset: number,
  limit: number,
): Promise<ListWindow> {
  const { mailbox } = connection
  if (mailbox === false) throw new MailError('mailbox-not-found', 'no mailbox is selected')
  const { exists: total, uidValidity } = mailbox
  if (offset >= total) return { uids: [], total, uidValidity }
  if (view) {
    const all = await sortedUids(connection, address)
    return { uids: [...all.subarray(offset, offset + limit)], total, uidValidity }
  }
  const newest = total - offset
  return { uids: await uidsOfSequence(connection, Math.max(1, newest - limit + 1), newest), total, uidValidity }
}
