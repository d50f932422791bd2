import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSearch } from '@/lib/contract/search-grammar'
import { ConditionWriter } from '@/lib/db/word-index/condition'
import { FlagSets } from '@/lib/service/search/flag-sets'
import { type SearchContext, toCondition } from '@/lib/service/search/to-condition'

const pieces = [
  ...['from:', 'to:', 'subject:', 'filename:', 'has:attachment', 'is:unread', 'is:muted', 'in:', 'label:', 'larger:5M'],
  ...[
    'before:2026/11/24',
    'older_than:2w',
    'OR',
    '-',
    '"',
    '(',
    ')',
    ' ',
    '*',
    '\r\n',
    '\0',
    '\\',
    "'",
    '$1',
    '%',
    ';',
  ],
  ...[
    'word',
    'wörter',
    '用户',
    'a@b.example',
    "' | 'x",
    '{10}',
    '(',
    '~ALL',
    'X LOGOUT',
    ':*A',
    '<->',
    '!',
    '&',
    '--',
    '/*',
  ],
]
const typed = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 500 }),
)

const context = (): SearchContext => ({
  all: [],
  scope: [],
  labels: [{ id: 'l-12345678', keyword: 'todo', name: 'To do', color: 'gray', hidden: false, unread: 0 }],
  flags: new FlagSets(),
  zone: 'UTC',
  now: new Date(),
})

/** All that a search may become: SQL of ours around placeholders. */
const sql =
  /^(?:m\.words @@ \$\d+::tsquery|m\.attached|m\.size [<>] \$\d+::bigint|m\.arrived (?:>=|<) \$\d+::timestamptz|p\.mailbox_id = ANY\(\$\d+::int\[\]\)| AND | OR |NOT |true|false|[()])*$/
/** A tsquery of quoted words of letters, marks and digits, a field's name before some, between operators of ours. */
const tsquery = /^(?:'(?:\w+:)?[\p{L}\p{M}\p{N}]+'(?::\*?A?)?| <-> | & | \| |!|[()])*$/u

describe('whatever is searched for', () => {
  it('reaches PostgreSQL as values, and as words within a query of words', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const { node } = parseSearch(text)
        if (!node) return
        const writer = new ConditionWriter()
        expect(writer.write(toCondition(node, context()))).toMatch(sql)
        for (const value of writer.values) if (typeof value === 'string') expect(value).toMatch(tsquery)
      }),
      { numRuns: 3000 },
    )
  })
  it('is never part of a command to the mail server: flags and the keywords of labels are all it hears', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const { node } = parseSearch(text)
        if (!node) return
        const asked: unknown[] = []
        class Asked extends FlagSets {
          override want(...flagged: Parameters<FlagSets['want']>) {
            asked.push(...flagged)
            return super.want(...flagged)
          }
        }
        toCondition(node, { ...context(), flags: new Asked() })
        const known = ['UNSEEN', 'SEEN', 'FLAGGED', { keyword: '$Muted' }, { keyword: 'todo' }]
        for (const flagged of asked) expect(known).toContainEqual(flagged)
      }),
      { numRuns: 3000 },
    )
  })
})
