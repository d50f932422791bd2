import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import type { MailAccount } from '@/lib/auth/signed-in'
import { findByMessageIdOf, takeForStoring } from '@/lib/db/outbox'
import { AppError } from '@/lib/errors'
import { buildReceipt } from '@/lib/mail/mdn/build-receipt'
import { senderOf } from '@/lib/service/draft-sender'
import { oneLine } from '@/lib/service/message-fields'
import { sendUnheld } from '@/lib/service/outbox/send-unheld'
import { silentSince } from '@/lib/service/outbox/while-storing'
import { readPreferences } from '@/lib/service/preferences'
import { receiptTime, receiptWords } from '@/lib/service/receipts/receipt-words'
import { withBuildFile } from '@/lib/service/upload-store'

/** A message that was read, and who is to be told. */
export type ReadMessage = {
  messageId: string
  subject: string
  date: Date
  /** The own address it was to. */
  reader: string
  to: string[]
  /** The fields of its header that its sender wrote. */
  header: Buffer
}

/** The same for the same message: a receipt leaves once (RFC 8098 section 2.1), the outbox sees to that. */
function receiptIdOf({ address }: MailAccount, messageId: string): string {
  const hash = createHash('sha256').update(`${address}\n${messageId}`).digest('hex').slice(0, 40)
  return `<receipt.${hash}@${address.slice(address.lastIndexOf('@') + 1)}>`
}

async function built(account: MailAccount, messageId: string, read: ReadMessage): Promise<Buffer> {
  const { locale } = await readPreferences(account)
  const words = receiptWords(locale)
  const { name, address } = await senderOf(account, { from: read.reader })
  const now = new Date()
  const subject = oneLine(read.subject)
  const facts = { subject, reader: address, sent: receiptTime(read.date), opened: receiptTime(now) }
  return buildReceipt({
    messageId,
    date: now,
    from: { name, address },
    to: read.to,
    subject: words.subject(subject),
    text: words.text(facts),
    originalMessageId: read.messageId,
    originalHeader: read.header,
  })
}

/** It left, or another request goes on with it; else nobody knows yet, and the person is told so. */
async function requireLeft(account: MailAccount, messageId: string): Promise<void> {
  const row = await findByMessageIdOf(account.accountId, messageId)
  if (row?.state === 'accepted' || row?.state === 'sent') return
  throw new AppError('submission-unavailable', 'another request is sending the receipt', { retryable: true })
}

/**
 * Sends a read receipt, through the outbox and with an empty envelope sender (RFC 8098 section 3), so that none ever comes back.
 * No copy of it is kept: it is no letter of the person's.
 * @throws those of sending; then nothing has left, but for `submission-unknown`
 */
export async function sendReceipt(account: MailAccount, read: ReadMessage): Promise<void> {
  const messageId = receiptIdOf(account, read.messageId)
  const bytes = await built(account, messageId, read)
  const row = { sender: '', recipients: read.to, note: '', remindInDays: null, sendAt: new Date() }
  await withBuildFile(async (file) => {
    await writeFile(file, bytes, { mode: 0o600 })
    const id = await takeForStoring(account.accountId, messageId, row, silentSince())
    if (id === null) await requireLeft(account, messageId)
    else await sendUnheld(account, id, { file, size: bytes.length })
  })
}
