import type { MailAccount } from '@/lib/auth/signed-in'
import type { MailboxRole } from '@/lib/contract/mailboxes'
import { statusOf } from '@/lib/mail/imap/account-state'
import { answered } from '@/lib/mail/imap/answered'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { countUnseen } from '@/lib/mail/imap/count-unseen'
import { type SearchKeys, searchKeys, searchUids } from '@/lib/mail/imap/search-uids'
import { doubtView, settledState } from '@/lib/mail/imap/select-mailbox'
import { toMailError } from '@/lib/mail/imap/to-mail-error'
import type { IndexSource } from '@/lib/mail/thread/read-index'
import type { Listed, ThreadIndex } from '@/lib/mail/thread/thread-index'
import { isLabelKeyword, labelIdOf } from '@/lib/service/label-id'
import { type KnownMailbox, mailboxById } from '@/lib/service/mailbox-directory'

/** What a list shows of which messages. */
export type ThreadList = {
  id: string
  source: IndexSource
  /**
   * Newest first: of each row its newest message in the list. `naming` are the messages that may name a row: in a view
   * all of them.
   */
  rows(connection: ImapConnection, index: ThreadIndex, single: boolean): Promise<{ rows: Uint32Array; naming: Listed }>
  /**
   * Unread messages of the list. `isBehind` when its mailbox has more or fewer than the view told of: Dovecot tells of
   * the first change in a mailbox of a view only at the second look.
   */
  count(connection: ImapConnection, index: ThreadIndex): Promise<{ unread: number; isBehind: boolean }>
}

/** Mailboxes whose messages are in no conversation with those of others. */
const apart: Partial<Record<MailboxRole, IndexSource['kind']>> = {
  spam: 'mailbox',
  trash: 'mailbox',
  drafts: 'singles',
  scheduled: 'singles',
}

const allMail = async (account: MailAccount): Promise<IndexSource> => {
  const { path } = await mailboxById(account, 'all')
  return { path, kind: 'view' }
}

/** In which index the messages of a mailbox are. */
export async function sourceOf(account: MailAccount, { role, path }: KnownMailbox): Promise<IndexSource> {
  const kind = role === null ? undefined : apart[role]
  return kind === undefined ? allMail(account) : { path, kind }
}

function wholeSource(id: string, source: IndexSource): ThreadList {
  return {
    id,
    source,
    rows: async (_, index, single) => ({ rows: index.knownRowsOf('', null, single), naming: null }),
    count: async (connection) => ({ unread: await countUnseen(connection), isBehind: false }),
  }
}

/** A view made by a search in all mail: what is starred, what has a label. */
function searched(
  id: string,
  source: IndexSource,
  keysOf: (connection: ImapConnection) => SearchKeys | null,
): ThreadList {
  return {
    id,
    source,
    rows: async (connection, index, single) => {
      const keys = keysOf(connection)
      const listed = index.ofUids(keys === null ? new Uint32Array(0) : await searchUids(connection, keys))
      return { rows: index.rowsOf(listed, single), naming: null }
    },
    count: async (connection) => {
      const keys = keysOf(connection)
      return { unread: keys === null ? 0 : await countUnseen(connection, keys), isBehind: false }
    },
  }
}

/** The keyword behind a label's id, by those the server knows; null when no message has it. */
function keywordOf({ mailbox }: ImapConnection, id: string): string | null {
  if (mailbox === false) return null
  return [...mailbox.flags].find((flag) => isLabelKeyword(flag) && labelIdOf(flag) === id) ?? null
}

function partOfAll({ id, path }: KnownMailbox, source: IndexSource): ThreadList {
  return {
    id,
    source,
    rows: async (_, index, single) => {
      const listed = index.inMailbox(path)
      return { rows: index.knownRowsOf(path, listed, single), naming: listed }
    },
    count: async (connection, index) => {
      const state = settledState(connection)
      const known = state === null ? null : statusOf(connection, state, path)
      if (known !== null) {
        const isBehind = known.messages !== index.countIn(path)
        if (isBehind) doubtView(connection)
        return { unread: known.unseen, isBehind }
      }
      const status = await connection
        .status(path, { unseen: true, messages: true })
        .then(answered, (error: unknown) => {
          throw toMailError(error)
        })
      return { unread: status.unseen ?? 0, isBehind: status.messages !== index.countIn(path) }
    },
  }
}

/**
 * The list behind a mailbox's or a label's id.
 * @throws AppError `mailbox-not-found`
 */
export async function threadListOf(account: MailAccount, id: string): Promise<ThreadList> {
  if (id.startsWith('l-')) {
    return searched(id, await allMail(account), (connection) => {
      const keyword = keywordOf(connection, id)
      return keyword === null ? null : searchKeys.keyword(keyword)
    })
  }
  const mailbox = await mailboxById(account, id)
  const source = await sourceOf(account, mailbox)
  if (mailbox.role === 'starred') return searched(id, source, () => searchKeys.flagged)
  return mailbox.role === 'all' || source.kind !== 'view' ? wholeSource(id, source) : partOfAll(mailbox, source)
}
