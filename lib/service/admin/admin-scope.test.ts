import { expect, test } from 'vitest'
import { mayChange, visiblePart } from '@/lib/service/admin/admin-scope'

const scope = { hostId: 'red', domain: 'a.example', wholeHost: false }
const entry = (sender: string, ...to: string[]) => ({
  sender,
  recipients: to.map((address) => ({ address, reason: '' })),
})

test('of a message for two domains an admin sees the own recipients, and cannot change it', () => {
  const both = entry('x@b.example', 'one@A.example', 'two@b.example')
  expect(visiblePart(scope, both, null)?.recipients.map(({ address }) => address)).toEqual(['one@A.example'])
  expect(mayChange(scope, both, null)).toBe(false)
  expect(mayChange(scope, entry('x@b.example', 'one@a.example'), null)).toBe(true)
})

test('a sender of the own domain opens nothing: only who signed in counts', () => {
  const away = entry('forged@a.example', 'two@b.example')
  expect(visiblePart(scope, away, null)).toBeNull()
  expect(visiblePart(scope, away, 'x@a.example.evil')).toBeNull()
  expect(mayChange(scope, away, null)).toBe(false)
  expect(mayChange(scope, entry(''), null)).toBe(false)
  expect(visiblePart(scope, away, 'me@a.example')).toEqual(away)
  expect(mayChange(scope, away, 'me@a.example')).toBe(true)
})
