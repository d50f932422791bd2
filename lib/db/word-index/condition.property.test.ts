import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseSearch } from '@/lib/contract/search-grammar'
import { type Condition, ConditionWriter, wantedWords } from '@/lib/db/word-index/condition'
import { wordsQuery } from '@/lib/db/word-index/words-query'
import { WordsVector } from '@/lib/db/word-index/words-vector'

/** Everything that means something to SQL, to a tsquery or to IMAP, and letters around it. */
const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'\'"\\|&!():*<->%_;-$1{}\r\n\0\u2028 \tAa字が½⑴ﷺŉ', '--', '/*', '$$', '{3+}', "'::text"),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 2 }),
  ),
  maxLength: 40,
})
const leaf = fc.oneof(
  fc.record({ text: hostile, prefix: fc.boolean() }).map(({ text, prefix }): Condition => {
    const query = wordsQuery(
      text,
      prefix,
      fc.sample(fc.constantFrom('anywhere', 'subject', 'from', 'file'), 1)[0] ?? 'to',
    )
    return query === null ? { kind: 'constant', value: false } : { kind: 'words', query }
  }),
  fc.record({ kind: fc.constant('size' as const), than: fc.constantFrom('larger', 'smaller'), bytes: fc.nat() }),
  fc.constant<Condition>({ kind: 'attached' }),
  fc.constant<Condition>({ kind: 'uids', sets: [{ mailboxId: 1, runs: [[1, 5000]] }] }),
  fc.constant<Condition>({ kind: 'arrived', from: new Date(0), before: null }),
) as fc.Arbitrary<Condition>
const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({ kind: fc.constantFrom('and', 'or'), nodes: fc.array(tie('tree'), { maxLength: 3 }) }),
    fc.record({ kind: fc.constant('not'), node: tie('tree') }),
  ) as fc.Arbitrary<Condition>,
}))

/** A lexeme in quotes holds letters, marks, digits and our own colon. Around it stand our own operators only. */
const safeQuery = /^(?:'[\p{L}\p{N}\p{M}:]+'(?::\*?A?)?|[()&|!]|<->| )*$/u

test('Whatever was typed, the SQL is ours alone: its values stay values', () => {
  fc.assert(
    fc.property(tree, (condition) => {
      const writer = new ConditionWriter()
      const sql = writer.write(condition)
      expect(sql).toMatch(/^[\w\s().@:$=<>,]*$/)
      expect(wantedWords(condition) ?? '').toMatch(safeQuery)
      for (const value of writer.values)
        if (typeof value === 'string' && !value.startsWith('{')) expect(value).toMatch(safeQuery)
    }),
    { numRuns: 2_000 },
  )
})

test('A search typed with anything in it gives words of letters, marks and digits only', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const { node } = parseSearch(text)
      if (node?.kind !== 'text') return
      expect(wordsQuery(node.text, node.prefix, 'anywhere') ?? '').toMatch(safeQuery)
    }),
    { numRuns: 2_000 },
  )
})

test('The vector of any text is one that PostgreSQL reads', () => {
  fc.assert(
    fc.property(fc.array(hostile, { maxLength: 5 }), (texts) => {
      const vector = new WordsVector()
      for (const text of texts) vector.add(text, 'B', 'from')
      expect(vector.toString()).toMatch(
        /^(?:'[\p{L}\p{N}\p{M}]+(?::[\p{L}\p{N}\p{M}]+)?'(?::\d+[ABC]?(?:,\d+[ABC]?)*)?(?: |$))*$/u,
      )
    }),
    { numRuns: 2_000 },
  )
})
