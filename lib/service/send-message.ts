import { createReadStream } from 'node:fs'
import type { MailAccount } from '@/lib/auth/signed-in'
import type { Draft, MessageSent } from '@/lib/contract/drafts'
import type { MessageRef } from '@/lib/contract/messages'
import { log } from '@/lib/log'
import { RecentMap } from '@/lib/mail/imap/recent-map'
import { submitMessage } from '@/lib/mail/smtp/submit-message'
import { applyChanges } from '@/lib/service/apply-changes'
import { envelopeOf, parseRecipients } from '@/lib/service/draft-addresses'
import { withBuiltMessage } from '@/lib/service/draft-message'
import { setFollowUp } from '@/lib/service/follow-up'
import { removeMessages } from '@/lib/service/remove-messages'
import { removeUpload } from '@/lib/service/remove-upload'
import { findSentCopy, removeVersions, storeCopy } from '@/lib/service/store-copy'
import { submissionTarget } from '@/lib/service/with-mailbox'

// What is on its way and what has left, by account and Message-ID: a second Send of the same message joins the first.
const shared = globalThis as typeof globalThis & { waypostSending?: RecentMap<Promise<MessageSent>> }
shared.waypostSending ??= new RecentMap(5_000)
const sending = shared.waypostSending

const dayMs = 24 * 60 * 60 * 1000

/**
 * Sends a draft: all recipients or none, then a copy in Sent. A message that has already left (the answer was lost, the
 * person pressed again) is answered as sent and not sent twice.
 * @throws AppError `invalid-address`, `smtputf8-unsupported`, `message-too-large`, `upload-incomplete`;
 * MailError `recipient-refused`, `sender-not-allowed`, `submission-refused`, `submission-unavailable`, and of IMAP when it
 * cannot be asked whether the message has left already
 */
export function sendMessage(
  account: MailAccount,
  draft: Draft,
  saved: MessageRef | null,
  remindInDays: number | null,
): Promise<MessageSent> {
  const key = `${account.accountId} ${draft.messageId}`
  const known = sending.get(key)
  if (known) return known
  const sent = sendOnce(account, draft, saved, remindInDays)
  sending.set(key, sent)
  sent.catch(() => sending.delete(key))
  return sent
}

async function sendOnce(
  account: MailAccount,
  draft: Draft,
  saved: MessageRef | null,
  remindInDays: number | null,
): Promise<MessageSent> {
  const recipients = parseRecipients(draft)
  const already = await findSentCopy(account, draft.messageId)
  const copy = already ?? (await submit(account, draft, recipients))
  await tidy('the draft', () => removeDraft(account, draft, saved))
  if (remindInDays !== null) {
    const due = new Date(Date.now() + remindInDays * dayMs)
    await tidy('the reminder', () => setFollowUp(account, draft.messageId, due))
  }
  await tidy('the mark of the original', () => markSource(account, draft))
  await tidy('the uploads', async () => {
    for (const { uploadId } of draft.attachments) await removeUpload(account, uploadId)
  })
  return { messageId: draft.messageId, copy }
}

function submit(account: MailAccount, draft: Draft, recipients: ReturnType<typeof parseRecipients>) {
  return withBuiltMessage(account, draft, recipients, {}, async (built) => {
    const envelope = { from: account.address, to: envelopeOf(recipients), size: built.size }
    await submitMessage(submissionTarget(account), envelope, () => createReadStream(built.file))
    try {
      return await storeCopy(account, 'sent', built, recipients)
    } catch (err) {
      log.warn({ err }, 'a message left, but no copy could be stored in Sent')
      return null
    }
  })
}

async function removeDraft(account: MailAccount, draft: Draft, saved: MessageRef | null) {
  await removeVersions(account, draft, null)
  if (saved?.mailbox === 'drafts') await removeMessages(account, [saved])
}

async function markSource(account: MailAccount, { kind, source }: Draft) {
  if (source === null || kind === 'new') return
  const flag = kind === 'forward' ? 'forwarded' : 'answered'
  await applyChanges(account, [{ kind: 'flag', refs: [source], flag, value: true }])
}

/** The message has left: what fails afterwards is no reason to say otherwise. */
async function tidy(what: string, work: () => Promise<unknown>) {
  try {
    await work()
  } catch (err) {
    log.warn({ err }, `after sending, ${what} could not be put in order`)
  }
}
