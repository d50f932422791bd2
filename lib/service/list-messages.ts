import type { MailAccount } from '@/lib/auth/signed-in'
import type { ListMessagesQuery, MessageRow, MessageWindow } from '@/lib/contract/messages'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { countUnseen } from '@/lib/mail/imap/count-unseen'
import { type FetchedItems, fetchItems } from '@/lib/mail/imap/fetch-items'
import { listWindow } from '@/lib/mail/imap/list-window'
import { RecentMap } from '@/lib/mail/imap/recent-map'
import { describeStructure, isInline } from '@/lib/mail/mime/describe-structure'
import { isView, type KnownMailbox, mailboxById, mailboxByPath } from '@/lib/service/mailbox-directory'
import { oneLine, toAddresses, toFlags } from '@/lib/service/message-fields'
import { messageRef } from '@/lib/service/message-ref'
import { withMailbox } from '@/lib/service/with-mailbox'

/** What of a row never changes, under address, path, UIDVALIDITY and UID. */
type FixedRow = Omit<MessageRow, 'flags'>
const shared = globalThis as typeof globalThis & { waypostRows?: RecentMap<FixedRow> }
shared.waypostRows ??= new RecentMap(40_000)
const rows = shared.waypostRows

const fixedItems = ['UID', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE', 'BODYSTRUCTURE', 'PREVIEW']
const realItems = ['X-MAILBOX', 'X-REAL-UID']

function toFixedRow(items: FetchedItems, ref: MessageRow['ref']): FixedRow {
  const parts = describeStructure(items.structure)
  return {
    ref,
    from: toAddresses(items.envelope?.from),
    to: toAddresses(items.envelope?.to),
    subject: oneLine(items.envelope?.subject ?? '', 500),
    preview: oneLine(items.preview, 200),
    date: (items.arrival ?? new Date(0)).toISOString(),
    size: items.size,
    hasAttachments: parts.files.some((file) => !isInline(file, parts)),
  }
}

/** Where a message of the listed mailbox really is. */
async function realRef(account: MailAccount, mailbox: KnownMailbox, uidValidity: bigint, items: FetchedItems) {
  if (!isView(mailbox) || items.realMailbox === '') return messageRef(mailbox.id, uidValidity, items.uid)
  const real = await mailboxByPath(account, items.realMailbox)
  return messageRef(real.id, real.uidValidity, items.realUid)
}

type Listing = { flags: FetchedItems[]; fixed: Map<number, FetchedItems> }

async function readListing(connection: ImapConnection, mailbox: KnownMailbox, uids: string, keyOf: KeyOf) {
  const flags = await fetchItems(connection, uids, ['UID', 'FLAGS'], 'uid')
  const missing = flags.filter(({ uid }) => rows.get(keyOf(uid)) === undefined).map(({ uid }) => uid)
  const listing: Listing = { flags, fixed: new Map() }
  if (missing.length === 0) return listing
  const items = isView(mailbox) ? [...fixedItems, ...realItems] : fixedItems
  for (const found of await fetchItems(connection, missing.join(','), items, 'uid')) listing.fixed.set(found.uid, found)
  return listing
}
type KeyOf = (uid: number) => string

/**
 * A window of a mailbox, newest arrival first.
 * @throws AppError `mailbox-not-found`; MailError of the connection
 */
export async function listMessages(account: MailAccount, query: ListMessagesQuery): Promise<MessageWindow> {
  const mailbox = await mailboxById(account, query.mailbox)
  const read = await withMailbox(account, mailbox.path, async (connection) => {
    const window = await listWindow(connection, account.address, isView(mailbox), query.offset, query.limit)
    const unread = await countUnseen(connection)
    const keyOf: KeyOf = (uid) => `${account.address}\n${mailbox.path}\n${window.uidValidity}\n${uid}`
    const none: Listing = { flags: [], fixed: new Map() }
    const listing =
      window.uids.length === 0 ? none : await readListing(connection, mailbox, window.uids.join(','), keyOf)
    return { window, unread, keyOf, listing }
  })
  const { window, unread, keyOf, listing } = read
  for (const [uid, items] of listing.fixed) {
    rows.set(keyOf(uid), toFixedRow(items, await realRef(account, mailbox, window.uidValidity, items)))
  }
  const flagsOf = new Map(listing.flags.map(({ uid, flags }) => [uid, flags]))
  const listed = window.uids.flatMap((uid): MessageRow[] => {
    const fixed = rows.get(keyOf(uid))
    const flags = flagsOf.get(uid)
    return fixed === undefined || flags === undefined ? [] : [{ ...fixed, flags: toFlags(flags) }]
  })
  return { mailbox: mailbox.id, total: window.total, unread, offset: query.offset, rows: listed }
}
