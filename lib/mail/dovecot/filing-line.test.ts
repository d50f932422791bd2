import { expect, test } from 'vitest'
import { parseFilingLine } from '@/lib/mail/dovecot/filing-line'

const line = (text: string) =>
  `2026-11-24 22:07:21.182556 lmtp(brian@blueemailserver.com)<8189><1cF0CZkKBmv9HwAAg+zDdQ>: Info: sieve: msgid=<e@x.example>: ${text}`

test('the mailbox a message was stored in', () => {
  expect(parseFilingLine(line("stored mail into mailbox 'Lists/Git's'"))).toEqual({
    at: new Date(2026, 10, 24, 22, 7, 21, 182),
    user: 'brian@blueemailserver.com',
    session: '1cF0CZkKBmv9HwAAg+zDdQ',
    messageId: '<e@x.example>',
    action: 'stored',
    target: "Lists/Git's",
  })
})

test('what else Sieve did', () => {
  expect(parseFilingLine(line('forwarded to <a@b.example>'))).toMatchObject({
    action: 'forwarded',
    target: 'a@b.example',
  })
  expect(
    parseFilingLine(line('marked message to be discarded if not explicitly delivered (discard action)'))?.action,
  ).toBe('discarded')
  expect(parseFilingLine(line('sent vacation response to <a@b.example>'))?.action).toBe('vacation')
})

test('other lines tell nothing', () => {
  expect(parseFilingLine('2026-11-24 22:07:21.158778 lmtp(8189): Info: Connect from local')).toBeNull()
  expect(parseFilingLine(line('something new'))).toBeNull()
})

test('a rule that files says which action did it', () => {
  const text = "fileinto action: stored mail into mailbox 'Spam'"
  expect(parseFilingLine(line(text))).toMatchObject({ action: 'stored', target: 'Spam' })
})
