import type { MailAccount } from '@/lib/auth/signed-in'
import type { MessageRef } from '@/lib/contract/messages'
import { fetchSections } from '@/lib/mail/imap/fetch-section'
import { decodeTransfer } from '@/lib/mail/mime/decode-transfer'
import type { MessageParts, MimePart } from '@/lib/mail/mime/describe-structure'
import { mailboxById } from '@/lib/service/mailbox-directory'
import { parseMessageId, requireUidValidity } from '@/lib/service/message-ref'
import { withMailbox } from '@/lib/service/with-mailbox'

const shownTypes = new Set(['image/png', 'image/jpeg', 'image/jpg', 'image/gif', 'image/webp', 'image/bmp'])
const eachLimit = 2 * 1024 * 1024
const totalLimit = 12 * 1024 * 1024

/** Pictures small enough to stand in the document itself, until the total is reached. */
function choose(parts: MessageParts): MimePart[] {
  let total = 0
  return parts.files
    .map((file) => file.part)
    .filter((part) => {
      if (part.contentId === null || !shownTypes.has(part.type) || part.encodedSize > eachLimit * 1.4) return false
      total += part.encodedSize
      return total <= totalLimit
    })
}

/**
 * `data:` addresses of a message's own pictures by Content-ID. The frame has an origin of its own and sends no cookie,
 * so it could not fetch them.
 */
export async function inlinePictures(
  account: MailAccount,
  ref: MessageRef,
  parts: MessageParts,
): Promise<Map<string, string>> {
  const chosen = choose(parts)
  if (chosen.length === 0) return new Map()
  const { uidValidity, uid } = parseMessageId(ref.id)
  const mailbox = await mailboxById(account, ref.mailbox)
  const bytes = await withMailbox(account, mailbox.path, async (connection) => {
    requireUidValidity(connection, uidValidity)
    return fetchSections(
      connection,
      uid,
      chosen.map(({ part }) => ({ section: part })),
    )
  })
  return new Map(
    chosen.map((part) => {
      const picture = decodeTransfer(bytes.get(part.part) ?? Buffer.alloc(0), part.encoding)
      return [part.contentId ?? '', `data:${part.type};base64,${picture.toString('base64')}`]
    }),
  )
}
