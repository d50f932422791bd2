import type { ImapWire } from '@/bench/clients/imap-wire'
import type { RoundcubeClient } from '@/bench/clients/roundcube-client'
import type { WaypostClient } from '@/bench/clients/waypost-client'
import { type BenchMailbox, longConversations } from '@/bench/mailboxes'
import type { Sample } from '@/bench/measure'

/** Messages of one mailbox to work on, by UID. `old` ones are read and taken from all over its older half. */
export type Place = {
  mailbox: BenchMailbox
  total: number
  uidValidity: number
  old: number[]
  /** The conversations of ten messages, oldest message first. */
  conversations: number[][]
}

/** One thing people do, done three ways: the same work by Waypost, by Roundcube, and as bare IMAP commands. */
export type Task = {
  id: string
  name: string
  /** Work that takes seconds is done this often at most. */
  atMost?: number
  waypost?: (client: WaypostClient, place: Place, run: number) => Promise<Sample>
  roundcube?: (client: RoundcubeClient, place: Place, run: number) => Promise<Sample>
  floor?: (wire: ImapWire, place: Place, run: number) => Promise<Sample>
  /** Puts back what was changed, untimed. */
  putBack?: (wire: ImapWire) => Promise<void>
}

/** The `run`th of a list, round and round. Throws when the list is empty. */
export function pick<T>(list: T[], run: number): T {
  const found = list[run % list.length]
  if (found === undefined) throw new Error('The mailbox does not hold what the bench works on.')
  return found
}

/** Read messages of the older half, at most 400 from all over it. */
async function oldOf(wire: ImapWire, total: number): Promise<number[]> {
  const old = await wire.search(`SEEN UNFLAGGED 1:${Math.ceil(total / 2)}`)
  const step = Math.max(1, Math.floor(old.length / 400))
  return old.filter((_, index) => index % step === 0)
}

export async function readPlace(wire: ImapWire, mailbox: BenchMailbox): Promise<Place> {
  const answer = await wire.command('SELECT INBOX')
  const total = Number(/^\* (\d+) EXISTS/m.exec(answer)?.[1] ?? 0)
  const uidValidity = Number(/UIDVALIDITY (\d+)/.exec(answer)?.[1] ?? 0)
  const conversations: number[][] = []
  for (let number = 1; number <= longConversations.count; number++)
    conversations.push(await wire.search(`SUBJECT "${longConversations.subject} ${number}"`))
  return { mailbox, total, uidValidity, old: await oldOf(wire, total), conversations }
}

/** The place once more after messages left and came back, as others by UID. */
export async function refreshPlace(wire: ImapWire, place: Place): Promise<Place> {
  await wire.select('INBOX')
  return { ...place, old: await oldOf(wire, place.total) }
}
