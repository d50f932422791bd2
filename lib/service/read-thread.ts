import type { MailAccount } from '@/lib/auth/signed-in'
import type { MessageDetail, MessageRef } from '@/lib/contract/messages'
import type { ReadThreadQuery, ThreadDetail } from '@/lib/contract/threads'
import { AppError } from '@/lib/errors'
import { MailError } from '@/lib/mail/errors'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import type { IndexSource } from '@/lib/mail/thread/read-index'
import type { ThreadIndex } from '@/lib/mail/thread/thread-index'
import { askAgain } from '@/lib/service/ask-again'
import { type Drafts, draftsMailbox, draftsOf, seenDrafts } from '@/lib/service/drafts-of'
import { shownOf } from '@/lib/service/fixed-rows'
import { type KnownMailbox, mailboxById } from '@/lib/service/mailbox-directory'
import { toFlags } from '@/lib/service/message-fields'
import { parseMessageId } from '@/lib/service/message-ref'
import { type Member, readMembers, refsOf } from '@/lib/service/read-members'
import { readDetail } from '@/lib/service/read-message'
import { sourceOf, type ThreadList, threadListOf } from '@/lib/service/thread-list'
import { isMuted, labelsOf, memberLimit } from '@/lib/service/thread-rows'
import { withIndex } from '@/lib/service/with-index'

/** At most this many open at once: the first of the unread, and the newest. */
const openedLimit = 20

const gone = () => new AppError('message-gone', 'the message is not there any more')

function findMessage(index: ThreadIndex, mailbox: KnownMailbox, id: string): number {
  const { uidValidity, uid } = parseMessageId(id)
  const message = uidValidity === mailbox.uidValidity ? index.find(mailbox.path, uid) : -1
  if (message < 0) throw gone()
  return message
}

type Around = { newer: number | null; older: number | null }

/** Messages that name the conversations above and below in the list. */
async function neighbours(
  connection: ImapConnection,
  index: ThreadIndex,
  list: ThreadList,
  message: number,
  single: boolean,
): Promise<Around> {
  const { rows, naming } = await list.rows(connection, index, single)
  const thread = index.threadOf(message)
  const at = rows.findIndex((row) => (single ? row === message : index.threadOf(row) === thread))
  const nameAt = (place: number) => {
    const row = at < 0 ? undefined : rows[place]
    return row === undefined ? null : index.rowOf(row, naming, single).name
  }
  return { newer: nameAt(at - 1), older: nameAt(at + 1) }
}

const isGone = (error: unknown) =>
  (error instanceof AppError || error instanceof MailError) && error.code === 'message-gone'

/** What opens at once, oldest first. A message that vanishes meanwhile is left out. */
async function readOpened(
  account: MailAccount,
  connection: ImapConnection,
  index: ThreadIndex,
  members: Member[],
  refOf: (member: Member) => MessageRef,
): Promise<MessageDetail[]> {
  const unread = members.slice(0, -1).filter(({ flags }) => !flags.has('\\Seen'))
  const details: MessageDetail[] = []
  for (const member of [...unread.slice(0, openedLimit - 1), ...members.slice(-1)]) {
    const uid = index.uidOf(member.message)
    try {
      details.push(await readDetail(account, member.place.path, refOf(member), connection, uid))
    } catch (error) {
      if (!isGone(error)) throw error
    }
  }
  return details
}

type Read = Around & { members: Member[]; known: Map<number, Member> }

/** The conversation of `message`, and what names its neighbours. */
async function readMessages(
  account: MailAccount,
  connection: ImapConnection,
  index: ThreadIndex,
  message: number,
  { source, list, single }: { source: IndexSource; list: ThreadList | null; single: boolean },
): Promise<Read> {
  const messages = index.rowOf(message, null, single).messages.subarray(-memberLimit)
  // A list of other messages than this one (Spam, a search) has no place for it.
  const isListed = list !== null && list.source.path === source.path
  const around = isListed ? await neighbours(connection, index, list, message, single) : { newer: null, older: null }
  const asked = [...messages, ...[around.newer, around.older].filter((name) => name !== null)]
  const known = await readMembers(account, source, connection, index, new Set(asked))
  return { ...around, known, members: [...messages].flatMap((one) => known.get(one) ?? []) }
}

const toMessageRow = (member: Member, ref: MessageRef): ThreadDetail['messages'][number] => ({
  ...shownOf(member.fixed),
  ref,
  flags: toFlags(member.flags),
  labels: labelsOf([member]),
})

/**
 * One conversation by any of its messages: what folds, and what opens at once. Answers that are still being written come
 * last.
 * @throws AppError `message-gone`, `mailbox-not-found`; MailError of the connection
 */
export async function readThread(account: MailAccount, ref: MessageRef, query: ReadThreadQuery): Promise<ThreadDetail> {
  const { detail, drafts, messageIds } = await askAgain(() => readOnce(account, ref, query))
  if (drafts === null) return detail
  // Not while a connection is lent: this needs another one.
  const written = await askAgain(() => draftsOf(account, drafts, messageIds))
  return { ...detail, messages: [...detail.messages, ...written] }
}

type ReadOnce = { detail: ThreadDetail; drafts: Drafts | null; messageIds: Set<string> }

async function readOnce(account: MailAccount, ref: MessageRef, query: ReadThreadQuery): Promise<ReadOnce> {
  const mailbox = await mailboxById(account, ref.mailbox)
  const source = await sourceOf(account, mailbox)
  const list = query.listed === undefined ? null : await threadListOf(account, query.listed)
  const single = query.mode === 'messages'
  const draftsBox = source.kind === 'view' && !single ? await draftsMailbox(account) : null
  return withIndex(account, source, async (connection, index) => {
    const message = findMessage(index, mailbox, ref.id)
    const { members, known, ...around } = await readMessages(account, connection, index, message, {
      source,
      list,
      single,
    })
    const refOf = await refsOf(account, connection, known.values())
    const [oldest] = members
    if (oldest === undefined) throw gone()
    const nameOf = (name: number | null) => {
      const member = name === null ? undefined : known.get(name)
      return member === undefined ? null : refOf(member)
    }
    const detail = {
      ref,
      subject: oldest.fixed.subject,
      labels: labelsOf(members),
      muted: isMuted(members),
      messages: members.map((member) => toMessageRow(member, refOf(member))),
      opened: await readOpened(account, connection, index, members, refOf),
      newer: nameOf(around.newer),
      older: nameOf(around.older),
    }
    const drafts = draftsBox && seenDrafts(connection, draftsBox)
    return { detail, drafts, messageIds: new Set(members.map(({ fixed }) => fixed.messageId)) }
  })
}
