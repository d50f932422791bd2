import type { MailAccount } from '@/lib/auth/signed-in'
import { isView } from '@/lib/contract/mailboxes'
import type { SearchLeaf, SearchNode } from '@/lib/contract/search-tree'
import { indexedMailboxes } from '@/lib/db/word-index/mailboxes'
import { type KnownMailbox, knownDirectory, readDirectory } from '@/lib/service/mailbox-directory'

/** A mailbox of the account with the number the index gave it. */
export type ScopedMailbox = KnownMailbox & { indexId: number }

export function leavesOf(node: SearchNode): SearchLeaf[] {
  if (node.kind === 'not') return leavesOf(node.node)
  return node.kind === 'and' || node.kind === 'or' ? node.nodes.flatMap(leavesOf) : [node]
}

const namedIn = (node: SearchNode): string[] =>
  leavesOf(node).flatMap((leaf) => (leaf.kind === 'in' && !isAnywhere(leaf.mailbox) ? [leaf.mailbox] : []))

export const isAnywhere = (typed: string): boolean => typed.toLowerCase() === 'anywhere'

/** Every mailbox of the account, and those with messages of their own that the index knows. */
export async function searchableMailboxes(
  account: MailAccount,
  node: SearchNode,
): Promise<{ all: KnownMailbox[]; known: ScopedMailbox[] }> {
  const [remembered, indexed] = await Promise.all([knownDirectory(account), indexedMailboxes(account.accountId)])
  const paths = new Set(remembered.map(({ path }) => path))
  // made within the last minute
  const isNews =
    indexed.some(({ path }) => !paths.has(path)) ||
    namedIn(node).some((name) => mailboxNamed(remembered, name) === null)
  const all = isNews ? await readDirectory(account) : remembered
  const idOf = new Map(indexed.map(({ path, id }) => [path, id]))
  const known = all.flatMap((mailbox) => {
    const indexId = idOf.get(mailbox.path)
    return indexId === undefined || isView(mailbox) ? [] : [{ ...mailbox, indexId }]
  })
  return { all, known }
}

/** What `in:` names: a mailbox by its id, its path or its last name as typed; case does not count. Null for none. */
export function mailboxNamed(all: KnownMailbox[], typed: string): KnownMailbox | null {
  const name = typed.toLowerCase()
  const path = (mailbox: KnownMailbox) => mailbox.path.replaceAll(mailbox.delimiter, '/').toLowerCase()
  return (
    all.find(({ id, role }) => id === typed || role === name) ??
    all.find((mailbox) => path(mailbox) === name) ??
    all.find((mailbox) => path(mailbox).split('/').at(-1) === name) ??
    null
  )
}

const within = (mailbox: KnownMailbox, parent: KnownMailbox) =>
  mailbox.path === parent.path || mailbox.path.startsWith(parent.path + parent.delimiter)

/** Where a search looks: everywhere but Spam and Trash, unless it names them or says `in:anywhere`. */
export function scopeOf(node: SearchNode, all: KnownMailbox[], known: ScopedMailbox[]): ScopedMailbox[] {
  if (leavesOf(node).some((leaf) => leaf.kind === 'in' && isAnywhere(leaf.mailbox))) return known
  const named = new Set(namedIn(node).map((place) => mailboxNamed(all, place)?.path))
  const hidden = all.filter(({ role }) => role === 'spam' || role === 'trash')
  return known.filter((mailbox) => named.has(mailbox.path) || !hidden.some((parent) => within(mailbox, parent)))
}
