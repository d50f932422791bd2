import type { MailAccount } from '@/lib/auth/signed-in'
import type { MessageRef } from '@/lib/contract/messages'
import type { ThreadIndex } from '@/lib/mail/thread/thread-index'
import { mailboxById } from '@/lib/service/mailbox-directory'
import { parseMessageId } from '@/lib/service/message-ref'
import { sourceOf, threadListOf } from '@/lib/service/thread-list'
import { withIndex } from '@/lib/service/with-index'

/** Messages by the path of the mailbox they really are in, as UIDs, ascending. */
export type Places = Map<string, number[]>

function placesOf(index: ThreadIndex, messages: Iterable<number>): Places {
  const places: Places = new Map()
  for (const message of messages) {
    const { path, uid } = index.placeOf(message)
    const uids = places.get(path)
    if (uids === undefined) places.set(path, [uid])
    else uids.push(uid)
  }
  for (const uids of places.values()) uids.sort((a, b) => a - b)
  return places
}

/**
 * Every message a list shows by itself: of a mailbox those in it, of a view or a label those that match.
 * @throws AppError `mailbox-not-found`; MailError of the connection
 */
export async function placesOfList(account: MailAccount, id: string): Promise<Places> {
  const list = await threadListOf(account, id)
  return withIndex(account, list.source, async (connection, index) => {
    const { rows } = await list.rows(connection, index, true)
    return placesOf(index, rows)
  })
}

/**
 * Every message of the conversations of these messages, in whatever mailbox. Messages that are gone are left out.
 * @throws AppError `mailbox-not-found`, `message-gone`; MailError of the connection
 */
export async function placesOfThreads(account: MailAccount, refs: MessageRef[]): Promise<Places> {
  const places: Places = new Map()
  for (const id of new Set(refs.map(({ mailbox }) => mailbox))) {
    const mailbox = await mailboxById(account, id)
    const ids = refs.filter((ref) => ref.mailbox === id).map((ref) => parseMessageId(ref.id))
    const found = await withIndex(account, await sourceOf(account, mailbox), async (_, index) => {
      const messages = ids
        .filter(({ uidValidity }) => uidValidity === mailbox.uidValidity)
        .map(({ uid }) => index.find(mailbox.path, uid))
        .filter((message) => message >= 0)
      return placesOf(index, new Set(messages.flatMap((message) => [...index.membersOf(index.threadOf(message))])))
    })
    for (const [path, uids] of found) {
      places.set(
        path,
        [...new Set([...(places.get(path) ?? []), ...uids])].sort((a, b) => a - b),
      )
    }
  }
  return places
}
