import type { MailAccount } from '@/lib/auth/signed-in'
import type { MessageRef } from '@/lib/contract/messages'
import { fetchSections } from '@/lib/mail/imap/fetch-section'
import { mailboxById } from '@/lib/service/mailbox-directory'
import { parseMessageId, requireUidValidity } from '@/lib/service/message-ref'
import { withMailbox } from '@/lib/service/with-mailbox'

const chunk = 512 * 1024

/**
 * Bytes of one section (`''` is the whole message) as they are on the server, piece by piece. A connection is
 * borrowed for each piece only, so a slow reader holds none.
 */
async function* pieces(account: MailAccount, ref: MessageRef, section: string): AsyncGenerator<Buffer> {
  const { uidValidity, uid } = parseMessageId(ref.id)
  const mailbox = await mailboxById(account, ref.mailbox)
  const name = section.toUpperCase()
  for (let start = 0; ; start += chunk) {
    const piece = await withMailbox(account, mailbox.path, async (connection) => {
      requireUidValidity(connection, uidValidity)
      return (await fetchSections(connection, uid, [{ section, start, length: chunk }])).get(name)
    })
    if (piece !== undefined && piece.length > 0) yield piece
    if (piece === undefined || piece.length < chunk) return
  }
}

async function* withFirst(first: IteratorResult<Buffer>, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  if (first.done !== true) yield first.value
  yield* rest
}

/**
 * The same with its first piece already here: what can go wrong with the message goes wrong before an answer begins.
 * @throws MailError `message-gone` and those of the connection
 */
export async function streamSection(
  account: MailAccount,
  ref: MessageRef,
  section: string,
): Promise<AsyncGenerator<Buffer>> {
  const source = pieces(account, ref, section)
  return withFirst(await source.next(), source)
}
