import type { MailAccount } from '@/lib/auth/signed-in'
import type { MessageRef } from '@/lib/contract/messages'
import type { Snoozed } from '@/lib/contract/timed'
import { sendNotice } from '@/lib/db/notices'
import {
  findDueSnoozes,
  findSnoozes,
  findUnplacedSnoozes,
  markWoken,
  placeSnoozes,
  removeSnoozes,
  type Snooze,
} from '@/lib/db/snoozes'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { fetchItems } from '@/lib/mail/imap/fetch-items'
import { moveMessages } from '@/lib/mail/imap/move-messages'
import { raisedKeyword } from '@/lib/mail/imap/raised-keyword'
import { storeFlag } from '@/lib/mail/imap/store-flag'
import { groupByMailbox } from '@/lib/service/group-by-mailbox'
import { mailboxById } from '@/lib/service/mailbox-directory'
import { messageRef } from '@/lib/service/message-ref'
import { refText } from '@/lib/service/ref-text'
import { withMailbox } from '@/lib/service/with-mailbox'

/** An interrupted snooze is looked into after this long: until then it may still be under way. */
const unplacedMs = 60_000

type Asleep = { uid: number; guid: string }

/** What is really in Snoozed, by GUID: somebody may have moved a message away, with whatever program. */
async function readAsleep(connection: ImapConnection): Promise<Map<string, Asleep>> {
  if (connection.mailbox === false || connection.mailbox.exists === 0) return new Map()
  const found = await fetchItems(connection, '1:*', ['UID', 'X-GUID'], 'uid')
  return new Map(found.map(({ uid, guid }) => [guid, { uid, guid }]))
}

/** Moves messages of the selected Snoozed and writes down where they are. */
async function moveOut(account: MailAccount, connection: ImapConnection, asleep: Asleep[], to: string) {
  if (asleep.length === 0) return []
  const target = await mailboxById(account, to)
  const uidValidity = connection.mailbox === false ? 0n : connection.mailbox.uidValidity
  const uids = asleep.map(({ uid }) => uid)
  const moved = await moveMessages(connection, uids, target.path)
  return asleep.flatMap(({ uid, guid }) => {
    const now = moved.uids.get(uid)
    if (now === undefined) return []
    const from = messageRef('snoozed', uidValidity, uid)
    return [{ guid, from, to: messageRef(target.id, moved.uidValidity, now) }]
  })
}

async function bringBack(account: MailAccount, due: Snooze[], now: Date): Promise<number> {
  const snoozed = await mailboxById(account, 'snoozed')
  return withMailbox(account, snoozed.path, async (connection) => {
    const there = await readAsleep(connection)
    const wanted = due.flatMap((snooze) => there.get(snooze.guid) ?? [])
    const unread = new Set(due.filter(({ newest }) => newest).map(({ guid }) => guid))
    const toUnread = wanted.filter(({ guid }) => unread.has(guid)).map(({ uid }) => uid)
    // Before the move: a repeat after a fault finds in Snoozed only what has not been moved.
    if (toUnread.length > 0) await storeFlag(connection, toUnread, '\\Seen', false)
    const all = wanted.map(({ uid }) => uid)
    if (all.length > 0) await storeFlag(connection, all, raisedKeyword, true)
    const moved = await moveOut(account, connection, wanted, 'inbox')
    await placeSnoozes(account.accountId, new Map(moved.map(({ guid, to }) => [guid, refText(to)])))
    const woken = moved.map(({ guid }) => guid)
    await markWoken(account.accountId, woken, now)
    const gone = due.filter(({ guid }) => !woken.includes(guid)).map(({ guid }) => guid)
    await removeSnoozes(account.accountId, gone)
    return woken.length
  })
}

/** Rows of an interrupted snooze: the message made it into Snoozed, or it stayed where it was and does not sleep. */
async function settleUnplaced(account: MailAccount, unplaced: Snooze[]): Promise<void> {
  const snoozed = await mailboxById(account, 'snoozed')
  await withMailbox(account, snoozed.path, async (connection) => {
    const there = await readAsleep(connection)
    const uidValidity = connection.mailbox === false ? 0n : connection.mailbox.uidValidity
    const places = unplaced.flatMap(({ guid }) => {
      const asleep = there.get(guid)
      return asleep === undefined ? [] : [[guid, refText(messageRef('snoozed', uidValidity, asleep.uid))] as const]
    })
    await placeSnoozes(account.accountId, new Map(places))
    const lost = unplaced.filter(({ guid }) => !there.has(guid)).map(({ guid }) => guid)
    await removeSnoozes(account.accountId, lost)
  })
}

/**
 * Brings back what is due: to the end of the inbox, which is the top of the list, the newest of each conversation unread.
 * Messages that somebody moved out of Snoozed stay where they are. May be repeated after any fault.
 * @returns how many came back
 * @throws MailError of the connection
 */
export async function wakeDue(account: MailAccount, now: Date): Promise<number> {
  const unplaced = await findUnplacedSnoozes(account.accountId, new Date(now.getTime() - unplacedMs))
  if (unplaced.length > 0) await settleUnplaced(account, unplaced)
  const due = await findDueSnoozes(account.accountId, now)
  if (due.length === 0) return 0
  const woken = await bringBack(account, due, now)
  await sendNotice({ accountId: account.accountId, topic: 'timed', id: '' })
  return woken
}

/**
 * Takes messages out of Snoozed now: back where they came from, or to the inbox (`to`). They stay read or unread.
 * @throws MailError of the connection
 */
export async function unsnoozeMessages(account: MailAccount, refs: MessageRef[], to?: 'inbox'): Promise<Snoozed> {
  const groups = await groupByMailbox(account, refs)
  const snoozed: Snoozed = { changed: 0, moved: [] }
  for (const group of groups.filter(({ mailbox }) => mailbox.role === 'snoozed')) {
    const moved = await withMailbox(account, group.mailbox.path, async (connection) => {
      if (!group.isCurrent(connection)) return []
      const found = await fetchItems(connection, group.uids.join(','), ['UID', 'X-GUID'], 'uid')
      return moveToOrigins(account, connection, found, to)
    })
    snoozed.moved.push(...moved.map(({ from, to: at }) => ({ from, to: at })))
    const guids = moved.map(({ guid }) => guid)
    await removeSnoozes(account.accountId, guids)
  }
  snoozed.changed = snoozed.moved.length
  await sendNotice({ accountId: account.accountId, topic: 'timed', id: '' })
  return snoozed
}

async function moveToOrigins(account: MailAccount, connection: ImapConnection, found: Asleep[], to?: 'inbox') {
  const rows = await findSnoozes(
    account.accountId,
    found.map(({ guid }) => guid),
  )
  const originOf = new Map(rows.map(({ guid, origin }) => [guid, origin]))
  const byOrigin = Map.groupBy(found, ({ guid }) => to ?? originOf.get(guid) ?? 'inbox')
  const moved: Awaited<ReturnType<typeof moveOut>> = []
  for (const [origin, asleep] of byOrigin) moved.push(...(await moveOut(account, connection, asleep, origin)))
  return moved
}
