import { expect, test } from 'vitest'
import { parseSpamResult } from '@/lib/mail/mime/spam-result'

test('the score and the signs with their weights', () => {
  const value =
    'default: False [99.70 / 15.00]; TEST_SPAM(100.00)[]; DMARC_POLICY_ALLOW(-0.50)[blueemailserver.com,reject]; R_DKIM_ALLOW(-0.20)[blueemailserver.com:s=s1]; RCVD_TLS_ALL(0.00)[]'
  expect(parseSpamResult(value)).toEqual({
    score: 99.7,
    symbols: [
      { name: 'TEST_SPAM', score: 100, options: '' },
      { name: 'DMARC_POLICY_ALLOW', score: -0.5, options: 'blueemailserver.com,reject' },
      { name: 'R_DKIM_ALLOW', score: -0.2, options: 'blueemailserver.com:s=s1' },
      { name: 'RCVD_TLS_ALL', score: 0, options: '' },
    ],
  })
})

test('words of the message among them end nothing', () => {
  const value = 'default: False [1.00 / 15.00]; FORGED_SENDER(0.30)[a; b@<i>c.example]; MIME_GOOD(-0.10)[text/plain]'
  expect(parseSpamResult(value)?.symbols.map(({ name, options }) => `${name} ${options}`)).toEqual([
    'FORGED_SENDER a; b@<i>c.example',
    'MIME_GOOD text/plain',
  ])
})

test('anything else is none', () => {
  expect(parseSpamResult('spam')).toBeNull()
  expect(parseSpamResult('')).toBeNull()
})
