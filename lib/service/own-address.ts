import type { MailAccount } from '@/lib/auth/signed-in'
import { findAliasesOf } from '@/lib/db/accounts'
import { parseMailAddress } from '@/lib/mail/mime/mail-address'

/** What an address is to the account; null for one it may not write as. Postfix decides the same (senders.cf). */
export async function ownAddressKind(
  account: MailAccount,
  address: string,
): Promise<'account' | 'alias' | 'tag' | null> {
  if (!parseMailAddress(address).ok) return null
  const wanted = address.toLowerCase()
  if (wanted === account.address) return 'account'
  const aliases = await findAliasesOf(account.address)
  if (aliases.includes(wanted)) return 'alias'
  // the first plus: recipient_delimiter takes everything behind it away
  const plain = wanted.replace(/^([^+@]+)\+[^@]+@/, '$1@')
  return plain !== wanted && (plain === account.address || aliases.includes(plain)) ? 'tag' : null
}
