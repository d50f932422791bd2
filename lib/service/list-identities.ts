import type { MailAccount } from '@/lib/auth/signed-in'
import type { Identity, IdentityList } from '@/lib/contract/identities'
import { findAliasesOf } from '@/lib/db/accounts'
import { findIdentities } from '@/lib/db/identities'
import { ownAddressKind } from '@/lib/service/own-address'

/** Every address the account may write as, with what the person said about it. One that was taken away is not among them. */
export async function listIdentities(account: MailAccount): Promise<IdentityList> {
  const [rows, aliases] = await Promise.all([findIdentities(account.accountId), findAliasesOf(account.address)])
  const said = new Map(rows.map((row) => [row.address, row]))
  const addresses = new Set([account.address, ...aliases.sort(), ...said.keys()])
  const identities: Identity[] = []
  for (const address of addresses) {
    const kind = await ownAddressKind(account, address)
    const blank = { address, name: account.displayName, replyTo: '', signature: '', isDefault: false }
    if (kind !== null) identities.push({ ...(said.get(address) ?? blank), kind })
  }
  if (!identities.some(({ isDefault }) => isDefault))
    identities[0] = { ...(identities[0] as Identity), isDefault: true }
  return { identities }
}
