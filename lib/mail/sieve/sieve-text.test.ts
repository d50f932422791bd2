import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sieveList, sieveString } from '@/lib/mail/sieve/sieve-text'

/** Reads strings as RFC 5228 section 8.1 has them; whatever stands outside of them comes back as it is. */
function read(script: string): { strings: string[]; outside: string } {
  const strings: string[] = []
  const outside = script.replace(/"((?:[^"\\]|\\[\s\S])*)"/g, (_whole, inner: string) => {
    strings.push(inner.replace(/\\([\s\S])/g, '$1'))
    return ''
  })
  return { strings, outside }
}

const kept = (text: string) =>
  [...text.toWellFormed().replace(/\r\n?|[\u2028\u2029]/g, '\n')]
    .filter((char) => char === '\n' || char === '\t' || (char >= ' ' && char !== '\u007f'))
    .join('')
    .replaceAll('\n', '\r\n')

const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('"', '\\', '\r', '\n', ';', '{', '}', '.', '\0', '*', '/', '#', 'a') }),
)

test('no text breaks out of its string, and each comes back as it was', () => {
  fc.assert(
    fc.property(fc.array(nasty, { maxLength: 5 }), (texts) => {
      const { strings, outside } = read(`${sieveList(texts)};`)
      expect(strings).toEqual(texts.map(kept))
      expect(outside.replaceAll(', ', '')).toBe('[];')
    }),
    { numRuns: 2000 },
  )
})

test('quotes and backslashes are escaped, other control characters are gone', () => {
  expect(sieveString('a"b\\c\nd\0e')).toBe('"a\\"b\\\\c\r\nde"')
})
