import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distance, nearDomain } from '@/lib/service/recipients/near-domain'

test('a slip of the finger finds the domain meant', () => {
  const known = ['blueemailserver.com', 'redemailserver.com', 'lab.example']
  expect(nearDomain('redemailsever.com', known)).toBe('redemailserver.com')
  expect(nearDomain('blueemailserver.cmo', known)).toBe('blueemailserver.com')
  expect(nearDomain('gmial.com', known)).toBe('gmail.com')
})

test('what is known, or like nothing, is left alone', () => {
  expect(nearDomain('gmail.com', [])).toBeNull()
  expect(nearDomain('gmx.at', ['gmx.at'])).toBeNull()
  expect(nearDomain('university.example', [])).toBeNull()
  expect(nearDomain('ab.de', [])).toBeNull()
})

test('the distance is the same both ways, and none from itself', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '.'), maxLength: 12 })
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(distance(a, b, 20)).toBe(distance(b, a, 20))
      expect(distance(a, a, 20)).toBe(0)
    }),
  )
})
