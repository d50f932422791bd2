import type { Label } from '@/lib/contract/labels'
import type { SearchLeaf, SearchNode } from '@/lib/contract/search-tree'
import type { Condition } from '@/lib/db/word-index/condition'
import { type WordsPlace, wordsQuery } from '@/lib/db/word-index/words-query'
import type { KnownMailbox } from '@/lib/service/mailbox-directory'
import { dayStart } from '@/lib/service/search/day-start'
import type { FlagSets } from '@/lib/service/search/flag-sets'
import { isAnywhere, mailboxNamed, type ScopedMailbox } from '@/lib/service/search/scope'
import { timeAgo } from '@/lib/service/search/time-ago'

/** What has to be known to understand a search: the account's mailboxes and labels, and the person's zone. */
export type SearchContext = {
  all: KnownMailbox[]
  scope: ScopedMailbox[]
  labels: Label[]
  flags: FlagSets
  zone: string
  now: Date
}

const places: Record<Extract<SearchLeaf, { kind: 'field' }>['field'], WordsPlace> = {
  from: 'from',
  to: 'to',
  cc: 'cc',
  subject: 'subject',
  filename: 'file',
}
const constant = (value: boolean): Condition => ({ kind: 'constant', value })

function words(text: string, prefix: boolean, place: WordsPlace): Condition {
  const query = wordsQuery(text, prefix, place)
  return query === null ? constant(false) : { kind: 'words', query }
}

const flagged = { unread: 'UNSEEN', read: 'SEEN', starred: 'FLAGGED', muted: { keyword: '$Muted' } } as const

function inMailbox(typed: string, { all, scope, flags }: SearchContext): Condition {
  if (isAnywhere(typed)) return constant(true)
  const mailbox = mailboxNamed(all, typed)
  if (mailbox?.role === 'all') return constant(true)
  if (mailbox?.role === 'starred') return { kind: 'uids', sets: flags.want('FLAGGED') }
  const ids = scope.flatMap(({ path, indexId }) => (path === mailbox?.path ? [indexId] : []))
  return { kind: 'mailboxes', ids }
}

/** The label a name means, nested names as typed; case does not count. */
export const labelNamed = (labels: Label[], typed: string): Label | null =>
  labels.find(({ name, id }) => name.toLowerCase() === typed.toLowerCase() || id === typed) ?? null

function hasLabel(typed: string, { labels, flags }: SearchContext): Condition {
  const label = labelNamed(labels, typed)
  return label === null ? constant(false) : { kind: 'uids', sets: flags.want({ keyword: label.keyword }) }
}

function leafCondition(leaf: SearchLeaf, context: SearchContext): Condition {
  const { zone, now } = context
  switch (leaf.kind) {
    case 'text':
      return words(leaf.text, leaf.prefix, 'anywhere')
    case 'field':
      return words(leaf.text, leaf.prefix, places[leaf.field])
    case 'has':
      return { kind: 'attached' }
    case 'is':
      return { kind: 'uids', sets: context.flags.want(flagged[leaf.what]) }
    case 'in':
      return inMailbox(leaf.mailbox, context)
    case 'label':
      return hasLabel(leaf.label, context)
    case 'before':
      return { kind: 'arrived', from: null, before: dayStart(leaf.date, zone) }
    case 'after':
      return { kind: 'arrived', from: dayStart(leaf.date, zone), before: null }
    case 'older-than':
      return { kind: 'arrived', from: null, before: timeAgo(leaf.amount, leaf.unit, now) }
    case 'newer-than':
      return { kind: 'arrived', from: timeAgo(leaf.amount, leaf.unit, now), before: null }
    case 'larger':
    case 'smaller':
      return { kind: 'size', than: leaf.kind, bytes: leaf.bytes }
  }
}

/** A parsed search as the index is asked. The flags it speaks of are asked for in `context.flags`, to be read before it. */
export function toCondition(node: SearchNode, context: SearchContext): Condition {
  if (node.kind === 'not') return { kind: 'not', node: toCondition(node.node, context) }
  if (node.kind === 'and' || node.kind === 'or') {
    return { kind: node.kind, nodes: node.nodes.map((each) => toCondition(each, context)) }
  }
  return leafCondition(node, context)
}
