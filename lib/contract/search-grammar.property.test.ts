import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSearch, searchLimits } from '@/lib/contract/search-grammar'
import { printSearch } from '@/lib/contract/search-print'
import { joined } from '@/lib/contract/search-shape'
import type { SearchLeaf, SearchNode } from '@/lib/contract/search-tree'

const pieces = [
  ...['from:', 'to:', 'cc:', 'subject:', 'filename:', 'has:', 'is:', 'in:', 'label:', 'before:', 'after:', 'Re:'],
  ...['older_than:', 'newer_than:', 'larger:', 'smaller:', 'frm:', 'attachment', 'unread', 'inbox', '2026/11/24'],
  ...['5M', '2w', '2026-02-30', 'OR', 'AND', '-', '"', '“', '(', ')', '{', '}', '*', ' ', '  ', '\t', '\r\n', '\0'],
  ...['word', 'wörter', '用户', 'a@b.example', 'https://x', '12:30', '\\', '%', '\ud800', '😀', '\u202e', 'OK LOGOUT'],
]
/** Text as people and attackers type it: pieces of the grammar in any order, and anything else. */
const typed = fc.oneof(
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 2000 }) },
)

const token = fc.stringMatching(/^[a-zà-ÿ0-9@._][a-zà-ÿ0-9@.\-_]{0,12}$/)
const words = fc.oneof(
  fc.record({ text: token, phrase: fc.constant(false), prefix: fc.boolean() }),
  fc.record({
    text: fc.array(token, { minLength: 1, maxLength: 3 }).map((each) => each.join(' ')),
    phrase: fc.constant(true),
    prefix: fc.constant(false),
  }),
)
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((moment) => moment.toISOString().slice(0, 10))
const leaf: fc.Arbitrary<SearchLeaf> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), words }).map(({ kind, words }) => ({ kind, ...words })),
  fc
    .record({ field: fc.constantFrom('from', 'to', 'cc', 'subject', 'filename'), words })
    .map(({ field, words }) => ({ kind: 'field' as const, field, ...words })),
  fc.record({ kind: fc.constant('has' as const), what: fc.constant('attachment' as const) }),
  fc.record({ kind: fc.constant('is' as const), what: fc.constantFrom('unread', 'read', 'starred', 'muted') }),
  fc.record({
    kind: fc.constant('in' as const),
    mailbox: fc.constantFrom('inbox', 'anywhere', 'My folder', 'a/b (old)'),
  }),
  fc.record({ kind: fc.constant('label' as const), label: fc.constantFrom('todo', 'To do', '{x}') }),
  fc.record({ kind: fc.constantFrom('before', 'after'), date: day }),
  fc.record({
    kind: fc.constantFrom('older-than', 'newer-than'),
    amount: fc.integer({ min: 1, max: 9999 }),
    unit: fc.constantFrom('d', 'w', 'm', 'y'),
  }),
  fc.record({ kind: fc.constantFrom('larger', 'smaller'), bytes: fc.integer({ min: 0, max: 2 ** 40 }) }),
)
const { tree } = fc.letrec<{ tree: SearchNode }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc
      .tuple(fc.constantFrom('and', 'or'), leaf, fc.array(tie('tree'), { maxLength: 3 }))
      .map(([kind, first, more]) => joined(kind, [first, ...more]) ?? first),
    fc.record({ kind: fc.constant('not' as const), node: tie('tree') }),
  ),
}))

function leavesOf(node: SearchNode): SearchLeaf[] {
  if (node.kind === 'not') return leavesOf(node.node)
  return node.kind === 'and' || node.kind === 'or' ? node.nodes.flatMap(leavesOf) : [node]
}

const textOf = (node: SearchLeaf): string => {
  if (node.kind === 'text' || node.kind === 'field') return node.text
  if (node.kind === 'in') return node.mailbox
  return node.kind === 'label' ? node.label : ''
}

describe('any search', () => {
  it('that is printed and parsed again means the same, and is printed the same', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const { node } = parseSearch(text)
        if (!node) return
        const printed = printSearch(node)
        fc.pre(printed.length <= searchLimits.length)
        expect(parseSearch(printed)).toMatchObject({ node, problems: [] })
        expect(printSearch(parseSearch(printed).node ?? node)).toBe(printed)
      }),
      { numRuns: 2000 },
    )
  })
  it('made as a tree is the same tree after printing and parsing', () => {
    fc.assert(
      fc.property(tree, (node) => {
        const printed = printSearch(node)
        fc.pre(printed.length <= searchLimits.length && leavesOf(node).length <= searchLimits.terms)
        expect(parseSearch(printed)).toMatchObject({ node, problems: [] })
      }),
      { numRuns: 2000 },
    )
  })
  it('is understood or has a problem with its place, and never throws', () => {
    fc.assert(
      fc.property(typed, fc.string(), (text, zone) => {
        const { node, problems, terms } = parseSearch(text, { zone })
        if (problems.length > 0) expect(node).toBeNull()
        else expect(node === null).toBe(terms.length === 0)
        for (const { start, end, text: about } of problems) {
          expect(0 <= start && start < end && end <= text.length).toBe(true)
          expect(about).toBe(text.slice(start, end))
        }
      }),
      { numRuns: 2000 },
    )
  })
  it('keeps its texts clean of what could end an argument of IMAP or SQL', () => {
    fc.assert(
      fc.property(typed, (text) => {
        for (const { node } of parseSearch(text).terms) {
          const literal = textOf(node)
          expect(literal).not.toMatch(/[\p{Cc}"]|^\s|\s$|\s\s/u)
          expect(literal.isWellFormed()).toBe(true)
        }
      }),
      { numRuns: 2000 },
    )
  })
  it('has each text where it was typed', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const clean = text.toWellFormed()
        for (const { node, start, end } of parseSearch(text).terms) {
          const there = clean.slice(start, end).replace(/[\s\p{Cc}]+/gu, ' ')
          expect(there.toLowerCase()).toContain(textOf(node).toLowerCase())
        }
      }),
      { numRuns: 2000 },
    )
  })
})
