import type { MailAccount } from '@/lib/auth/signed-in'
import type { Change, ChangesApplied } from '@/lib/contract/changes'
import { isView } from '@/lib/contract/mailboxes'
import type { Flag, MessageRef } from '@/lib/contract/messages'
import { AppError } from '@/lib/errors'
import { moveMessages } from '@/lib/mail/imap/move-messages'
import { storeFlag } from '@/lib/mail/imap/store-flag'
import { mutedKeyword } from '@/lib/service/bulk-change'
import { followInbox } from '@/lib/service/follow-inbox'
import { groupByMailbox } from '@/lib/service/group-by-mailbox'
import { keywordOfLabel } from '@/lib/service/label-directory'
import { mailboxById } from '@/lib/service/mailbox-directory'
import { messageRef } from '@/lib/service/message-ref'
import { refText } from '@/lib/service/ref-text'
import { withMailbox } from '@/lib/service/with-mailbox'

const imapFlag: Record<Flag | 'muted', string> = {
  seen: '\\Seen',
  flagged: '\\Flagged',
  answered: '\\Answered',
  forwarded: '$Forwarded',
  muted: mutedKeyword,
}

/** Sets or clears a flag or a label; `name` is what it is called in IMAP. */
async function applyFlag(
  account: MailAccount,
  change: Change & { kind: 'flag' | 'label' },
  name: string,
): Promise<ChangesApplied> {
  const refs: MessageRef[] = []
  for (const group of await groupByMailbox(account, change.refs)) {
    const uids = await withMailbox(account, group.mailbox.path, async (connection) =>
      group.isCurrent(connection) ? storeFlag(connection, group.uids, name, change.value) : [],
    )
    refs.push(...uids.map((uid) => messageRef(group.mailbox.id, group.uidValidity, uid)))
  }
  if (change.kind === 'flag' && change.flag === 'muted' && change.value) await followInbox(account)
  const opposite: Change[] = refs.length === 0 ? [] : [{ ...change, refs, value: !change.value }]
  return { changed: refs.length, opposite, moved: [] }
}

async function applyMove(account: MailAccount, change: Change & { kind: 'move' }): Promise<ChangesApplied> {
  const target = await mailboxById(account, change.to)
  if (isView(target)) throw new AppError('bad-request', 'nothing can be moved into a view')
  const applied: ChangesApplied = { changed: 0, opposite: [], moved: [] }
  for (const group of await groupByMailbox(account, change.refs)) {
    if (group.mailbox.id === target.id) continue
    const moved = await withMailbox(account, group.mailbox.path, async (connection) =>
      group.isCurrent(connection) ? moveMessages(connection, group.uids, target.path) : null,
    )
    if (moved === null || moved.uids.size === 0) continue
    const pairs = [...moved.uids].map(([from, to]) => ({
      from: messageRef(group.mailbox.id, group.uidValidity, from),
      to: messageRef(target.id, moved.uidValidity, to),
    }))
    applied.moved.push(...pairs)
    applied.opposite.push({ kind: 'move', refs: pairs.map(({ to }) => to), to: group.mailbox.id })
  }
  applied.changed = applied.moved.length
  return applied
}

async function applyOne(account: MailAccount, change: Change): Promise<ChangesApplied> {
  if (change.kind === 'move') return applyMove(account, change)
  if (change.kind === 'flag') return applyFlag(account, change, imapFlag[change.flag])
  return applyFlag(account, change, await keywordOfLabel(account, change.label))
}

/**
 * The opposite of changes and one more. After a move the messages have other names: flags go back where the messages are
 * now, and only then these move.
 */
function joined(before: Change[], { opposite, moved }: ChangesApplied, isMove: boolean): Change[] {
  if (!isMove) return [...opposite, ...before]
  const now = new Map(moved.map(({ from, to }) => [refText(from), to]))
  const renamed = before.map((change) => ({
    ...change,
    refs: change.refs.map((ref) => now.get(refText(ref)) ?? ref),
  }))
  const moves = renamed.filter(({ kind }) => kind === 'move')
  return [...renamed.filter(({ kind }) => kind !== 'move'), ...opposite, ...moves]
}

/**
 * Applies changes in order. `opposite` undoes them when applied in turn: last change first.
 * Messages that are gone are left out without a fault; a move to or from Spam teaches the filter on the mail host.
 * @throws AppError `mailbox-not-found`, `label-not-found`, `bad-request`; MailError of the connection
 */
export async function applyChanges(account: MailAccount, changes: Change[]): Promise<ChangesApplied> {
  const all: ChangesApplied = { changed: 0, opposite: [], moved: [] }
  for (const change of changes) {
    const one = await applyOne(account, change)
    all.changed += one.changed
    all.moved.push(...one.moved)
    all.opposite = joined(all.opposite, one, change.kind === 'move')
  }
  return all
}
