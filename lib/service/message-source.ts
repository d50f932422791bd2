import type { MailAccount } from '@/lib/auth/signed-in'
import type { MessageRef } from '@/lib/contract/messages'
import type { StreamedFile } from '@/lib/service/message-part'
import { streamSection } from '@/lib/service/stream-section'

/** The message as it came, byte for byte. @throws MailError `message-gone` and those of the connection */
export async function messageSource(account: MailAccount, ref: MessageRef): Promise<StreamedFile> {
  const bytes = await streamSection(account, ref, '')
  return { name: `message-${ref.id}.eml`, type: 'message/rfc822', viewable: false, bytes }
}
