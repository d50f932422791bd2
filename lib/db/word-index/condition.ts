import { toMultirange } from '@/lib/db/word-index/multirange'

/** UIDs of one mailbox, as runs [first, last]. */
export type MailboxUids = { mailboxId: number; runs: [first: number, last: number][] }

/** What a search asks of a message, with everything looked up that PostgreSQL does not know: flags as sets of UIDs. */
export type Condition =
  | { kind: 'and' | 'or'; nodes: Condition[] }
  | { kind: 'not'; node: Condition }
  /** A tsquery as text. */
  | { kind: 'words'; query: string }
  | { kind: 'attached' }
  | { kind: 'mailboxes'; ids: number[] }
  | { kind: 'uids'; sets: MailboxUids[] }
  | { kind: 'arrived'; from: Date | null; before: Date | null }
  | { kind: 'size'; than: 'larger' | 'smaller'; bytes: number }
  /** `value` for every message. */
  | { kind: 'constant'; value: boolean }

/** Fewer UIDs than this are given one by one, so that PostgreSQL may begin with them; more as ranges to look into. */
const listed = 2_000

/** Trees of words alone are one tsquery: the index answers it in one look. Null when there is anything else in it. */
function asWords(condition: Condition): string | null {
  if (condition.kind === 'words') return condition.query
  if (condition.kind === 'not') {
    const inner = asWords(condition.node)
    return inner === null ? null : `!(${inner})`
  }
  if (condition.kind !== 'and' && condition.kind !== 'or') return null
  const parts = condition.nodes.map(asWords)
  if (parts.length === 0 || parts.includes(null)) return null
  return `(${parts.join(condition.kind === 'and' ? ' & ' : ' | ')})`
}

/** Writes a condition as SQL over `m` (indexed_messages) and `p` (indexed_places); every value is a parameter. */
export class ConditionWriter {
  readonly values: unknown[] = []

  /** Takes a value and gives its placeholder. */
  bind(value: unknown): string {
    this.values.push(value)
    return `$${this.values.length}`
  }

  write(condition: Condition): string {
    const words = asWords(condition)
    if (words !== null) return `m.words @@ ${this.bind(words)}::tsquery`
    switch (condition.kind) {
      case 'and':
      case 'or':
        return this.#join(condition.kind, condition.nodes)
      case 'not':
        return `NOT (${this.write(condition.node)})`
      case 'attached':
        return 'm.attached'
      case 'mailboxes':
        return `p.mailbox_id = ANY(${this.bind(condition.ids)}::int[])`
      case 'uids':
        return this.#uids(condition.sets)
      case 'arrived':
        return this.#arrived(condition.from, condition.before)
      case 'size':
        return `m.size ${condition.than === 'larger' ? '>' : '<'} ${this.bind(condition.bytes)}::bigint`
      case 'constant':
        return condition.value ? 'true' : 'false'
      case 'words':
        throw new Error('words are written above')
    }
  }

  /** Words side by side stay one tsquery, beside the rest. */
  #join(kind: 'and' | 'or', nodes: Condition[]): string {
    const words = nodes.filter((node) => asWords(node) !== null)
    const others = nodes.filter((node) => asWords(node) === null)
    const groups: Condition[] = words.length === 0 ? others : [{ kind, nodes: words }, ...others]
    if (groups.length === 0) return kind === 'and' ? 'true' : 'false'
    return `(${groups.map((node) => this.write(node)).join(kind === 'and' ? ' AND ' : ' OR ')})`
  }

  #uids(sets: MailboxUids[]): string {
    const full = sets.filter(({ runs }) => runs.length > 0)
    if (full.length === 0) return 'false'
    return `(${full.map((set) => this.#uidsOf(set)).join(' OR ')})`
  }

  #uidsOf({ mailboxId, runs }: MailboxUids): string {
    const mailbox = `p.mailbox_id = ${this.bind(mailboxId)}`
    const count = runs.reduce((sum, [first, last]) => sum + last - first + 1, 0)
    if (count > listed) return `(${mailbox} AND p.uid <@ ${this.bind(toMultirange(runs))}::int8multirange)`
    const uids = runs.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index))
    return `(${mailbox} AND p.uid = ANY(${this.bind(uids)}::bigint[]))`
  }

  #arrived(from: Date | null, before: Date | null): string {
    const parts: string[] = []
    if (from !== null) parts.push(`m.arrived >= ${this.bind(from)}::timestamptz`)
    if (before !== null) parts.push(`m.arrived < ${this.bind(before)}::timestamptz`)
    return parts.length === 0 ? 'true' : `(${parts.join(' AND ')})`
  }
}

/** The words a message is ranked by: all that are wanted, any of them. Null when a search has none. */
export function wantedWords(condition: Condition): string | null {
  if (condition.kind === 'words') return condition.query
  if (condition.kind !== 'and' && condition.kind !== 'or') return null
  const parts = condition.nodes.flatMap((node) => wantedWords(node) ?? [])
  return parts.length === 0 ? null : `(${parts.join(' | ')})`
}
