import { expect, test } from 'vitest'
import { readAuthenticationResults, trustedResults } from '@/lib/mail/mime/authentication-results'
import { headerFields } from '@/lib/mail/mime/head-fields'

const server = 'mx1.redemailserver.com'
const verdict = `Authentication-Results: ${server};
	dkim=pass header.d=blueemailserver.com header.s=s1 header.b=T8MBV9cc;
	spf=softfail (${server}: domain of a@blueemailserver.com does not designate 192.0.2.1) smtp.mailfrom=a@blueemailserver.com;
	dmarc=pass (policy=reject) header.from=blueemailserver.com`

test('results of our own server, with the domains they are about', () => {
  expect(trustedResults(headerFields(verdict), server)).toEqual({
    results: [
      { method: 'spf', verdict: 'fail', word: 'softfail', identity: 'blueemailserver.com' },
      { method: 'dkim', verdict: 'pass', word: 'pass', identity: 'blueemailserver.com' },
      { method: 'dmarc', verdict: 'pass', word: 'pass', identity: 'blueemailserver.com' },
    ],
    ignored: 0,
  })
})

test('what another server wrote, or claims to be ours in a comment, is not believed', () => {
  const forged = `Authentication-Results: (${server};) evil.example; dmarc=pass\nAuthentication-Results: ${server}.evil.example; dmarc=pass`
  expect(trustedResults(headerFields(forged), server)).toEqual({ results: null, ignored: 2 })
  expect(readAuthenticationResults(`${forged}\n${verdict}`, server)).toEqual({
    spf: 'fail',
    dkim: 'pass',
    dmarc: 'pass',
  })
})

test('a field whose name has a blank before the colon is none', () => {
  const forged = verdict.replace('Results:', 'Results :')
  expect(trustedResults(headerFields(forged), server)).toEqual({ results: null, ignored: 0 })
})

test.each([
  ['a quoted sender', '"x);dmarc=pass("@evil.example'],
  ['escaped quotes in one', String.raw`"x\");dmarc=pass(y\"@evil.example"`],
  ['one without quotes', 'x);dkim=pass header.d=bank.example;dmarc=pass(@evil.example'],
])('%s that looks like a result is none', (_, sender) => {
  const written = `Authentication-Results: ${server};
	dkim=none;
	spf=none (${server}: domain of ${sender} has no SPF policy when checking 192.0.2.1) smtp.mailfrom=${sender};
	dmarc=fail reason="No valid SPF, No valid DKIM" header.from=blueemailserver.com (policy=reject)`
  expect(readAuthenticationResults(written, server)).toEqual({ spf: 'none', dkim: 'none', dmarc: 'fail' })
})
