import type { MailAccount } from '@/lib/auth/signed-in'
import type { RecipientDelivery } from '@/lib/contract/delivery'
import { fetchItems } from '@/lib/mail/imap/fetch-items'
import { findByMessageId } from '@/lib/mail/imap/find-by-message-id'
import { toUidSet } from '@/lib/mail/imap/uid-set'
import { filingRule } from '@/lib/service/filing-rule'
import { readRules } from '@/lib/service/filters/read-filters'
import { rulesOfFlags } from '@/lib/service/filters/rule-marks'
import { readDirectory } from '@/lib/service/mailbox-directory'
import type { Known } from '@/lib/service/recipient-deliveries'
import { withMailbox } from '@/lib/service/with-mailbox'

/** What a sender may know of where mail was put: in a mailbox of their own all, elsewhere only what the server itself did. */
export function filingsFor(own: Set<string>, known: Known): Known {
  const isOpen = ({ user, action, target }: Known['filings'][number]) =>
    own.has(user) || (action === 'stored' && filingRule(target) !== 'own')
  return { ...known, filings: known.filings.filter(isOpen) }
}

/** Flags of the messages of this Message-ID in a folder; none where the folder is gone. */
async function flagsIn(account: MailAccount, path: string, messageId: string): Promise<string[]> {
  const isThere = (await readDirectory(account)).some((mailbox) => mailbox.path === path)
  if (!isThere) return []
  return withMailbox(account, path, async (connection) => {
    const uids = await findByMessageId(connection, messageId)
    if (uids.length === 0) return []
    const found = await fetchItems(connection, toUidSet(uids), ['UID', 'FLAGS'], 'uid')
    return found.flatMap(({ flags }) => [...flags])
  })
}

/**
 * Names the rule that filed what somebody sent to themselves.
 * @throws MailError of the connection
 */
export async function nameOwnRules(
  account: MailAccount,
  messageId: string,
  recipients: RecipientDelivery[],
): Promise<RecipientDelivery[]> {
  if (!recipients.some(({ rule }) => rule === 'own')) return recipients
  const rules = await readRules(account)
  const named = recipients.map(async (one) => {
    if (one.rule !== 'own' || one.folder === null) return one
    const flags = await flagsIn(account, one.folder, messageId)
    return { ...one, ruleName: rulesOfFlags(rules, flags).filed }
  })
  return Promise.all(named)
}
