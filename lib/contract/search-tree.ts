/** What a search means, parsed from what a person typed. Dates are days of the person's time zone, `YYYY-MM-DD`. */
export type SearchNode =
  | { kind: 'and' | 'or'; nodes: SearchNode[] }
  | { kind: 'not'; node: SearchNode }
  /** Words anywhere (headers, body, attachments' text): a phrase in order, or a word; `prefix` when it ends in `*`. */
  | { kind: 'text'; text: string; phrase: boolean; prefix: boolean }
  | { kind: 'field'; field: 'from' | 'to' | 'cc' | 'subject' | 'filename'; text: string; phrase: boolean }
  | { kind: 'has'; what: 'attachment' }
  | { kind: 'is'; what: 'unread' | 'read' | 'starred' | 'muted' }
  /** A mailbox id, a folder's path as typed, or `anywhere`: Spam and Trash too. */
  | { kind: 'in'; mailbox: string }
  /** A label's name as typed. */
  | { kind: 'label'; label: string }
  | { kind: 'before' | 'after'; date: string }
  | { kind: 'older-than' | 'newer-than'; amount: number; unit: 'd' | 'w' | 'm' | 'y' }
  | { kind: 'larger' | 'smaller'; bytes: number }

/** Why a part of what was typed could not be understood; offsets in UTF-16 units. Codes are keys of the catalogues. */
export type SearchProblem = {
  code: 'unknown-operator' | 'bad-value' | 'empty-value' | 'unbalanced' | 'too-complex'
  start: number
  end: number
  /** The operator or value in question, as typed. */
  text: string
}

/** `node` is null when nothing was asked. A problem never drops a term silently: nothing is searched until it is mended. */
export type ParsedSearch = { node: SearchNode | null; problems: SearchProblem[] }
