import type { MailAccount } from '@/lib/auth/signed-in'
import type { Draft } from '@/lib/contract/drafts'
import { findIdentity } from '@/lib/db/identities'
import { AppError } from '@/lib/errors'
import type { OutgoingAddress } from '@/lib/mail/mime/build-message'
import { ownAddressKind } from '@/lib/service/own-address'

/** Who a message is from: the From field, the envelope sender (the same address), and Reply-To where one was said. */
export type Sender = OutgoingAddress & { replyTo: string | null }

/**
 * The sender of a draft, by the identity of its address. A draft that names none is from the account.
 * @throws AppError `sender-not-allowed` naming the address when it is not (or no longer) the account's
 */
export async function senderOf(account: MailAccount, draft: Pick<Draft, 'from'>): Promise<Sender> {
  const address = (draft.from ?? account.address).toLowerCase()
  if ((await ownAddressKind(account, address)) === null) {
    throw new AppError('sender-not-allowed', 'not an address of this account', { detail: address })
  }
  const identity = await findIdentity(account.accountId, address)
  if (identity === null) return { name: account.displayName, address, replyTo: null }
  return { name: identity.name, address, replyTo: identity.replyTo || null }
}
