import type { MailAccount } from '@/lib/auth/signed-in'
import type { BulkChange, BulkScope } from '@/lib/contract/bulk'
import { isView, type MailboxRole } from '@/lib/contract/mailboxes'
import { AppError } from '@/lib/errors'
import { type ChunkChange, noChange } from '@/lib/service/bulk-chunk'
import { type KnownMailbox, mailboxById } from '@/lib/service/mailbox-directory'

/** Keyword of a muted conversation: every message of it has it. */
export const mutedKeyword = '$muted'

const own: (MailboxRole | null)[] = ['sent', 'drafts', 'scheduled']

type Rule = {
  change: Partial<ChunkChange>
  /** Mailboxes whose messages it leaves alone. */
  not?: (MailboxRole | null)[]
  /** The only mailboxes it touches when the list gathers several mailboxes. */
  gathered?: (MailboxRole | null)[]
}

/** The rule for every change that goes to a mailbox: where to, and what stays. */
const moves: Partial<Record<BulkChange['kind'], Rule & { to: MailboxRole }>> = {
  archive: { to: 'archive', change: {}, not: ['archive', 'drafts', 'scheduled'], gathered: ['inbox'] },
  delete: { to: 'trash', change: {}, not: ['trash'] },
  spam: { to: 'spam', change: {}, not: ['spam', ...own] },
  'not-spam': { to: 'inbox', change: {}, not: ['inbox', ...own], gathered: ['spam'] },
  snooze: { to: 'snoozed', change: {}, not: ['snoozed', 'trash', 'spam', ...own], gathered: ['inbox'] },
}

const flags: Partial<Record<BulkChange['kind'], Rule>> = {
  read: { change: { add: ['\\Seen'] } },
  unread: { change: { remove: ['\\Seen'] } },
  star: { change: { add: ['\\Flagged'] } },
  unstar: { change: { remove: ['\\Flagged'] } },
  unmute: { change: { remove: [mutedKeyword] } },
}

async function moveRule(account: MailAccount, change: BulkChange): Promise<Rule | null> {
  if (change.kind === 'move') {
    const target = await mailboxById(account, change.to)
    if (isView(target)) throw new AppError('bad-request', 'nothing can be moved into a view')
    return { change: { to: target.path }, not: [target.role ?? 'all', 'drafts', 'scheduled'] }
  }
  const move = moves[change.kind]
  if (move === undefined) return null
  const snooze = change.kind === 'snooze' ? change.until : null
  return { ...move, change: { to: (await mailboxById(account, move.to)).path, snooze } }
}

/** The rule of a change. `keyword` is that of the label in it, if any. @throws AppError `bad-request` */
async function ruleOf(account: MailAccount, change: BulkChange, keyword: string | null): Promise<Rule> {
  const rule = (await moveRule(account, change)) ?? flags[change.kind]
  if (rule !== undefined) return rule
  if (change.kind === 'label' && keyword !== null) return { change: { add: [keyword] } }
  if (change.kind === 'unlabel' && keyword !== null) return { change: { remove: [keyword] } }
  if (change.kind === 'remove') return { change: { expunge: true } }
  throw new AppError('bad-request', 'not a change for everything')
}

/** Muted messages leave the inbox as well; elsewhere they stay. */
async function muteRule(account: MailAccount, mailbox: KnownMailbox): Promise<ChunkChange> {
  const to = mailbox.role === 'inbox' ? (await mailboxById(account, 'archive')).path : null
  return { ...noChange, add: [mutedKeyword], to }
}

/**
 * What a change does to the messages of one mailbox; null when it leaves them alone.
 * @throws AppError `bad-request`, `mailbox-not-found`, and `forbidden` for a removal outside Trash and Spam
 */
export async function chunkChangeFor(
  account: MailAccount,
  scope: BulkScope,
  change: BulkChange,
  mailbox: KnownMailbox,
  keyword: string | null,
): Promise<ChunkChange | null> {
  if (change.kind === 'remove' && mailbox.role !== 'trash' && mailbox.role !== 'spam') {
    throw new AppError('forbidden', 'only Trash and Spam are emptied for good')
  }
  if (change.kind === 'mute') return muteRule(account, mailbox)
  const rule = await ruleOf(account, change, keyword)
  const real = scope.kind === 'list' && scope.mailbox === mailbox.id
  if (rule.not?.includes(mailbox.role) && mailbox.role !== null) return null
  if (rule.change.to === mailbox.path) return null
  if (!real && rule.gathered !== undefined && !rule.gathered.includes(mailbox.role)) return null
  return { ...noChange, ...rule.change }
}
