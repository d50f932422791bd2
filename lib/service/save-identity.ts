import type { MailAccount } from '@/lib/auth/signed-in'
import type { Identity, IdentityBody } from '@/lib/contract/identities'
import { findIdentities, saveIdentityRow } from '@/lib/db/identities'
import { AppError } from '@/lib/errors'
import { isHeaderText, parseMailAddress } from '@/lib/mail/mime/mail-address'
import { ownAddressKind } from '@/lib/service/own-address'
import { cleanOwnHtml } from '@/lib/service/own-html'

const limit = 100

/**
 * Says how the account writes as `address`.
 * @throws AppError `sender-not-allowed` for an address that is not its own, `invalid-address` for a reply address that is
 * none, `message-too-large` for a signature that cannot be cleaned, `bad-request` past 100 identities
 */
export async function saveIdentity(account: MailAccount, address: string, body: IdentityBody): Promise<Identity> {
  const own = address.toLowerCase()
  const kind = await ownAddressKind(account, own)
  if (kind === null) throw new AppError('sender-not-allowed', 'not an address of this account', { detail: address })
  const replyTo = body.replyTo === '' ? '' : parsedAddress(body.replyTo)
  if (!isHeaderText(body.name)) throw new AppError('bad-request', 'a line end in a name')
  const rows = await findIdentities(account.accountId)
  if (rows.length >= limit && !rows.some((row) => row.address === own)) {
    throw new AppError('bad-request', 'as many identities as one account may have')
  }
  const fields = { ...body, replyTo, signature: cleanOwnHtml(body.signature) }
  await saveIdentityRow(account.accountId, own, fields)
  return { ...fields, address: own, kind }
}

function parsedAddress(typed: string): string {
  const parsed = parseMailAddress(typed)
  if (!parsed.ok) throw new AppError('invalid-address', 'no address to answer to', { detail: typed })
  return parsed.address
}
