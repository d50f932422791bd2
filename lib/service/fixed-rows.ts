import type { MailAccount } from '@/lib/auth/signed-in'
import type { MessageRow } from '@/lib/contract/messages'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { type FetchedItems, fetchItems } from '@/lib/mail/imap/fetch-items'
import { toSequenceSet } from '@/lib/mail/imap/parse-numbers'
import { RecentMap } from '@/lib/mail/imap/recent-map'
import { describeStructure, isInline } from '@/lib/mail/mime/describe-structure'
import { arrivalItems, listedAt } from '@/lib/mail/thread/arrival-order'
import type { ThreadIndex } from '@/lib/mail/thread/thread-index'
import { oneLine, toAddresses } from '@/lib/service/message-fields'

/** What of a message's row never changes; and by when it is listed (ISO 8601 UTC), its Message-ID, '' without one. */
export type FixedRow = Omit<MessageRow, 'flags' | 'ref'> & { listedAt: string; messageId: string }

/** What of it a message's row shows. */
export function shownOf({ listedAt: _, messageId: __, ...row }: FixedRow): Omit<MessageRow, 'flags' | 'ref'> {
  return row
}

const shared = globalThis as typeof globalThis & { waypostFixedRows?: RecentMap<FixedRow> }
shared.waypostFixedRows ??= new RecentMap(40_000)
const known = shared.waypostFixedRows

export const fixedItems = [...arrivalItems, 'RFC822.SIZE', 'ENVELOPE', 'BODYSTRUCTURE', 'PREVIEW']

export function toFixedRow(items: FetchedItems): FixedRow {
  const parts = describeStructure(items.structure)
  return {
    from: toAddresses(items.envelope?.from),
    to: toAddresses(items.envelope?.to),
    subject: oneLine(items.envelope?.subject ?? '', 500),
    preview: oneLine(items.preview, 200),
    date: (items.arrival ?? new Date(0)).toISOString(),
    listedAt: listedAt(items).toISOString(),
    messageId: items.envelope?.messageId?.trim() ?? '',
    size: items.size,
    hasAttachments: parts.files.some((file) => !isInline(file, parts)),
  }
}

/**
 * The unchanging part of the rows of `messages` (places in the index), by place; only what was never asked before is
 * fetched. Messages that are gone are left out.
 * @param source path of the mailbox that is selected and indexed
 */
export async function readFixedRows(
  account: MailAccount,
  source: string,
  connection: ImapConnection,
  index: ThreadIndex,
  messages: Iterable<number>,
): Promise<Map<number, FixedRow>> {
  const { uidValidity } = index.columns
  const keyOf = (uid: number) => `${account.address}\n${source}\n${uidValidity}\n${uid}`
  const rows = new Map<number, FixedRow>()
  const missing = new Map<number, number>()
  for (const message of messages) {
    const uid = index.uidOf(message)
    const row = known.get(keyOf(uid))
    if (row === undefined) missing.set(uid, message)
    else rows.set(message, row)
  }
  if (missing.size === 0) return rows
  const range = toSequenceSet([...missing.keys()].sort((a, b) => a - b))
  for (const items of await fetchItems(connection, range, fixedItems, 'uid')) {
    const message = missing.get(items.uid)
    if (message === undefined) continue
    const row = toFixedRow(items)
    known.set(keyOf(items.uid), row)
    rows.set(message, row)
  }
  return rows
}
