import type { MailAccount } from '@/lib/auth/signed-in'
import { type Mailbox, type MailboxList, type MailboxRole, mailboxRoles, type Quota } from '@/lib/contract/mailboxes'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { toMailError } from '@/lib/mail/imap/to-mail-error'
import { askAgain } from '@/lib/service/ask-again'
import { type KnownMailbox, readDirectory } from '@/lib/service/mailbox-directory'
import { withConnection } from '@/lib/service/with-mailbox'

async function quotaOn(connection: ImapConnection): Promise<Quota | null> {
  try {
    const quota = await connection.getQuota('INBOX')
    if (quota === false || quota.storage?.limit === undefined) return null
    return { usedBytes: quota.storage.usage ?? 0, limitBytes: quota.storage.limit }
  } catch (error) {
    throw toMailError(error)
  }
}

/** How full the mailbox of an account is; null where there is no limit. @throws MailError of the connection */
export const readQuota = (account: MailAccount): Promise<Quota | null> => withConnection(account, quotaOn)

function toMailbox({ id, role, path, delimiter, total, unread }: KnownMailbox): Mailbox {
  const levels = path.split(delimiter)
  return { id, role, path: levels.join('/'), name: levels.at(-1) ?? path, total, unread }
}

const order: (MailboxRole | null)[] = [...mailboxRoles, null]
const byPlace = (a: Mailbox, b: Mailbox) =>
  order.indexOf(a.role) - order.indexOf(b.role) || a.path.localeCompare(b.path, 'en', { numeric: true })

/** Every mailbox of the account with its counts, and how full it is. */
export async function listMailboxesOf(account: MailAccount): Promise<MailboxList> {
  const { mailboxes, quota } = await askAgain(() =>
    withConnection(account, async (connection) => ({
      mailboxes: await readDirectory(account, connection),
      quota: await quotaOn(connection),
    })),
  )
  return { mailboxes: mailboxes.map(toMailbox).sort(byPlace), quota }
}
