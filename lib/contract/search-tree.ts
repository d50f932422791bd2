/**
 * What a search means, parsed from what a person typed. Dates are days of the person's time zone, `YYYY-MM-DD`. Texts
 * hold no control characters, no quotes (`"`), no lone surrogates, and no white space but single spaces inside phrases.
 */
export type SearchNode =
  | { kind: 'and'; nodes: SearchNode[] }
  | { kind: 'or'; nodes: SearchNode[] }
  | { kind: 'not'; node: SearchNode }
  | SearchLeaf

export type SearchLeaf =
  /** Words anywhere (headers, body, attachments' text): a phrase in order, or a word; `prefix` when it ends in `*`. */
  | { kind: 'text'; text: string; phrase: boolean; prefix: boolean }
  | { kind: 'field'; field: SearchField; text: string; phrase: boolean; prefix: boolean }
  | { kind: 'has'; what: 'attachment' }
  | { kind: 'is'; what: 'unread' | 'read' | 'starred' | 'muted' }
  /** A mailbox id, a folder's path as typed, or `anywhere`: Spam and Trash too. */
  | { kind: 'in'; mailbox: string }
  /** A label's name as typed. */
  | { kind: 'label'; label: string }
  | { kind: 'before' | 'after'; date: string }
  | { kind: 'older-than' | 'newer-than'; amount: number; unit: 'd' | 'w' | 'm' | 'y' }
  | { kind: 'larger' | 'smaller'; bytes: number }

export type SearchField = 'from' | 'to' | 'cc' | 'subject' | 'filename'

/** Why a part of what was typed could not be understood; offsets in UTF-16 units. Codes are keys of the catalogues. */
export type SearchProblem = {
  code:
    | 'unknown-operator'
    | 'bad-value'
    | 'empty-value'
    /** `OR`, `AND` or brackets without anything to work on. */
    | 'no-operand'
    | 'unbalanced'
    | 'too-complex'
    /** Found by the server, which knows the person's mailboxes and labels. */
    | 'unknown-mailbox'
    | 'unknown-label'
  start: number
  end: number
  /** The part in question, as typed. */
  text: string
}

/** A leaf of the tree and where it was typed, its operator included. */
export type SearchTerm = { node: SearchLeaf; start: number; end: number }

/**
 * `node` is null when nothing was asked, or when there is a problem: nothing is searched until it is mended, so no term
 * is ever dropped silently. `terms` are the leaves in the order typed, also those understood beside a problem.
 */
export type ParsedSearch = { node: SearchNode | null; terms: SearchTerm[]; problems: SearchProblem[] }
