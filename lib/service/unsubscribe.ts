import type { MailAccount } from '@/lib/auth/signed-in'
import { emptyDraft } from '@/lib/contract/empty-draft'
import type { MessageRef } from '@/lib/contract/messages'
import { AppError } from '@/lib/errors'
import { newMessageId } from '@/lib/service/new-message-id'
import { postOneClick } from '@/lib/service/post-one-click'
import { readList } from '@/lib/service/read-list'
import { sendMessage } from '@/lib/service/send-message'

/**
 * Leaves the list that sent a message: by one POST where the list says so and our own server found its signature good, else
 * by a mail to the list, from the address it writes to.
 * @throws AppError `unsubscribe-refused`; `not-found` for a message that names no such way; those of sending
 */
export async function unsubscribe(account: MailAccount, ref: MessageRef): Promise<{ unsubscribed: true }> {
  const { leave, way, mail } = await readList(account, ref)
  if (way === 'one-click' && leave.https !== null) await postOneClick(leave.https)
  else if (mail !== null) {
    const { from, subject } = mail
    const to = [{ name: '', address: mail.to }]
    const draft = { ...emptyDraft(newMessageId(account)), from, to, subject, format: 'text' as const }
    await sendMessage(account, draft, null, { remindInDays: null, sendAt: null })
  } else throw new AppError('not-found', 'the message names no way to leave that we may go')
  return { unsubscribed: true }
}
