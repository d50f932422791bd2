import type { MailAccount } from '@/lib/auth/signed-in'
import type { MessageRef } from '@/lib/contract/messages'
import type { Participant, ThreadRow } from '@/lib/contract/threads'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import type { IndexSource } from '@/lib/mail/thread/read-index'
import type { Listed, ThreadIndex } from '@/lib/mail/thread/thread-index'
import { labelIdsOf } from '@/lib/service/label-id'
import { toFlags } from '@/lib/service/message-fields'
import { ownAddresses } from '@/lib/service/own-addresses'
import { type Member, readMembers, refsOf } from '@/lib/service/read-members'

/** Messages of a longer conversation that a row knows: the newest. */
export const memberLimit = 1000

/** A row before it is written: its messages, oldest first; which names it; the newest of the list, which dates it. */
type Draft = { messages: number[]; name: number; newest: number }

function draftOf(index: ThreadIndex, listed: Listed, single: boolean, newest: number): Draft {
  const { messages, name } = index.rowOf(newest, listed, single)
  return { messages: [...messages.subarray(-memberLimit)], name, newest }
}

/** Ids of the labels on any of the messages. */
export const labelsOf = (members: Member[]): string[] => [...new Set(members.flatMap(({ flags }) => labelIdsOf(flags)))]

export const isMuted = (members: Member[]): boolean =>
  members.some(({ flags }) => [...flags].some((flag) => flag.toLowerCase() === '$muted'))

function participantsOf(members: Member[], own: Set<string>): Participant[] {
  const participants = new Map<string, Participant>()
  for (const { fixed, flags } of members) {
    const [from] = fixed.from
    if (from === undefined) continue
    const key = from.address.toLowerCase() || from.name
    const known = participants.get(key)
    const unread = !flags.has('\\Seen')
    if (known === undefined) participants.set(key, { ...from, me: own.has(key), unread })
    else {
      known.unread ||= unread
      known.name ||= from.name
    }
  }
  return [...participants.values()]
}

type Writing = { own: Set<string>; refOf: (member: Member) => MessageRef }

function toRow(draft: Draft, members: Map<number, Member>, { own, refOf }: Writing): ThreadRow | null {
  const present = draft.messages.flatMap((message) => members.get(message) ?? [])
  const [oldest, newest] = [present[0], present.at(-1)]
  const listed = members.get(draft.newest) ?? newest
  const name = members.get(draft.name) ?? oldest
  if (oldest === undefined || newest === undefined || listed === undefined || name === undefined) return null
  return {
    ref: refOf(name),
    messages: present.map((member) => ({
      ref: refOf(member),
      seen: member.flags.has('\\Seen'),
      flagged: member.flags.has('\\Flagged'),
    })),
    participants: participantsOf(present, own),
    to: listed.fixed.to,
    subject: oldest.fixed.subject,
    preview: newest.fixed.preview,
    date: listed.fixed.listedAt,
    size: present.reduce((sum, { fixed }) => sum + fixed.size, 0),
    flags: {
      ...toFlags(newest.flags),
      seen: present.every(({ flags }) => flags.has('\\Seen')),
      flagged: present.some(({ flags }) => flags.has('\\Flagged')),
    },
    labels: labelsOf(present),
    hasAttachments: present.some(({ fixed }) => fixed.hasAttachments),
    muted: isMuted(present),
    excerpts: [],
  }
}

/**
 * The rows of `newest`: of each row its newest message in the list; null where all of it is gone. `listed` says which
 * messages may name a row.
 */
export async function readThreadRows(
  account: MailAccount,
  source: IndexSource,
  connection: ImapConnection,
  index: ThreadIndex,
  listed: Listed,
  single: boolean,
  newest: Uint32Array,
): Promise<(ThreadRow | null)[]> {
  const drafts = [...newest].map((message) => draftOf(index, listed, single, message))
  const messages = new Set(drafts.flatMap((draft) => [...draft.messages, draft.name]))
  const members = await readMembers(account, source, connection, index, messages)
  const writing = { own: await ownAddresses(account), refOf: await refsOf(account, connection, members.values()) }
  return drafts.map((draft) => toRow(draft, members, writing))
}
