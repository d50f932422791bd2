import { expect, test } from 'vitest'
import { headerFields } from '@/lib/mail/mime/head-fields'
import { parseReceived } from '@/lib/mail/mime/received'

const firstValue = (head: string) => headerFields(head)[0]?.value ?? ''

test('what Postfix writes', () => {
  const head = [
    'Received: from mx1.blueemailserver.com (mx1.blueemailserver.com [127.0.0.21])',
    '\t(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)',
    '\t key-exchange X25519 server-signature ECDSA (prime256v1) server-digest SHA256)',
    '\t(No client certificate requested)',
    '\tby mx1.redemailserver.com (Postfix) with ESMTPS id 4jZ1rB4GSFzNV7H',
    '\tfor <jsmith@redemailserver.com>; Wed, 25 Nov 2026 01:12:42 +0000 (UTC)',
  ].join('\r\n')
  expect(parseReceived(firstValue(head))).toEqual({
    from: { said: 'mx1.blueemailserver.com', name: 'mx1.blueemailserver.com', address: '127.0.0.21' },
    by: 'mx1.redemailserver.com',
    protocol: 'ESMTPS',
    tls: 'TLSv1.3',
    id: '4jZ1rB4GSFzNV7H',
    recipient: 'jsmith@redemailserver.com',
    at: new Date('2026-11-25T01:12:42Z'),
  })
})

test('what Exim and Google write', () => {
  const exim =
    'from [2001:db8::1] (helo=laptop) by mx.example.org with esmtpsa (TLS1.3) tls TLS_AES_256_GCM_SHA384 (Exim 4.96) (envelope-from <a@example.org>) id 1abcde-000001-2X for b@example.net; Tue, 24 Nov 2026 10:00:00 +0100'
  expect(parseReceived(exim)).toMatchObject({
    by: 'mx.example.org',
    id: '1abcde-000001-2X',
    recipient: 'b@example.net',
  })
  const google = 'by 2002:a05:6f02:1d8b with SMTP id 11csp1234; Tue, 24 Nov 2026 01:00:00 -0800 (PST)'
  expect(parseReceived(google)).toMatchObject({
    from: { said: '', name: '', address: '' },
    protocol: 'SMTP',
    at: new Date('2026-11-24T09:00:00Z'),
  })
})

test('a field that is none says nothing, however long or deep', () => {
  const nothing = { by: '', id: '', at: null }
  expect(parseReceived('')).toMatchObject(nothing)
  expect(parseReceived(`${'('.repeat(5_000)};never`)).toMatchObject(nothing)
  expect(parseReceived('<script>alert(1)</script>; soon')).toMatchObject(nothing)
})

test('what a comment says of the server does not count', () => {
  expect(parseReceived('from x (by mx1.ours.example id 4jZ) by evil.example id 1; now')).toMatchObject({
    by: 'evil.example',
    id: '1',
  })
})
