import type { MailAccount } from '@/lib/auth/signed-in'
import type { BulkScope } from '@/lib/contract/bulk'
import { isView } from '@/lib/contract/mailboxes'
import { atom, searchUidSet } from '@/lib/mail/imap/search-uid-set'
import { toUidSet, type UidSet } from '@/lib/mail/imap/uid-set'
import { type KnownMailbox, mailboxById, mailboxByPath, readDirectory } from '@/lib/service/mailbox-directory'
import type { Hit } from '@/lib/service/rows-of-hits'
import { allHits } from '@/lib/service/search/all-hits'
import { withMailbox } from '@/lib/service/with-mailbox'

/** The messages of one mailbox that belong to a set, fixed: what arrives later is not among them. */
export type ScopePart = { mailbox: KnownMailbox; uidValidity: number; uids: UidSet }

type Keys = Parameters<typeof searchUidSet>[1]

/** A set in one mailbox; null when nothing there matches. */
async function partOf(account: MailAccount, mailbox: KnownMailbox, keys: Keys): Promise<ScopePart | null> {
  return withMailbox(account, mailbox.path, async (connection) => {
    if (connection.mailbox === false || connection.mailbox.exists === 0) return null
    const uids = await searchUidSet(connection, keys)
    return uids === '' ? null : { mailbox, uidValidity: Number(connection.mailbox.uidValidity), uids }
  })
}

const thrownAway = (mailbox: KnownMailbox) => /^(trash|spam|junk)(\/|$)/i.test(mailbox.path)
const unsent = new Set<string | null>(['drafts', 'scheduled'])

/** Mailboxes that views and labels gather, as mailserver/dovecot/virtual has it. */
async function gatheredMailboxes(account: MailAccount): Promise<KnownMailbox[]> {
  const mailboxes = await readDirectory(account)
  return mailboxes.filter((mailbox) => !isView(mailbox) && !thrownAway(mailbox) && mailbox.total > 0)
}

async function gather(account: MailAccount, mailboxes: KnownMailbox[], keys: Keys): Promise<ScopePart[]> {
  const parts: ScopePart[] = []
  for (const mailbox of mailboxes) {
    const part = await partOf(account, mailbox, keys)
    if (part !== null) parts.push(part)
  }
  return parts
}

async function partsOfHits(account: MailAccount, hits: Hit[]): Promise<ScopePart[]> {
  const parts: ScopePart[] = []
  for (const [path, found] of Map.groupBy(hits, (hit) => hit.path)) {
    const mailbox = await mailboxByPath(account, path)
    parts.push({ mailbox, uidValidity: mailbox.uidValidity, uids: toUidSet(found.map(({ uid }) => uid)) })
  }
  return parts
}

/**
 * Everything of a list or a search, mailbox by mailbox. `keyword` is that of the label listed, if the list is a label's.
 * @throws AppError `mailbox-not-found`, `bad-request` for a search that is not understood; MailError of the connection
 */
export async function readScope(account: MailAccount, scope: BulkScope, keyword: string | null): Promise<ScopePart[]> {
  if (scope.kind === 'search') return partsOfHits(account, await allHits(account, scope.q, scope.zone))
  if (keyword !== null) return gather(account, await gatheredMailboxes(account), [atom('KEYWORD'), atom(keyword)])
  const listed = await mailboxById(account, scope.mailbox)
  if (listed.role === 'starred') return gather(account, await gatheredMailboxes(account), [atom('FLAGGED')])
  if (listed.role === 'all') {
    const mailboxes = await gatheredMailboxes(account)
    return gather(
      account,
      mailboxes.filter(({ role }) => !unsent.has(role)),
      [atom('ALL')],
    )
  }
  return gather(account, [listed], [atom('ALL')])
}
