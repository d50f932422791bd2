import { describe, expect, it } from 'vitest'
import { readFact } from '@/lib/mail/postfix/log-fact'
import { parseLogLine } from '@/lib/mail/postfix/log-line'
import { arrivalOf } from '@/lib/mail/postfix/queue-id'

const now = new Date(2026, 10, 24, 22, 0, 0)
const factOf = (line: string) => {
  const parsed = parseLogLine(line, now)
  return parsed === null ? null : readFact(parsed)
}
const smtp = (text: string) => factOf(`Nov 24 21:59:02 mx1 postfix-blue/smtp[27281]: ${text}`)

describe('a line of the Postfix log', () => {
  it('is of this year, or of the last one when it would lie ahead', () => {
    const line = 'Dec 31 23:59:58 mx1 postfix-blue/qmgr[12843]: 4jYxXk1DTLzmcq6: removed'
    expect(parseLogLine(line, new Date(2027, 0, 1, 0, 0, 5))?.at).toEqual(new Date(2026, 11, 31, 23, 59, 58))
    expect(parseLogLine('Nov  4 01:02:03 mx1 postfix/qmgr[1]: x', now)?.at).toEqual(new Date(2026, 10, 4, 1, 2, 3))
  })

  it('of another program, or cut in the middle, is none', () => {
    expect(factOf('Nov 24 21:59:02 mx1 kernel: oops')).toBeNull()
    expect(factOf('Nov 24 21:59')).toBeNull()
    expect(factOf('')).toBeNull()
  })
})

describe('the facts of a delivery', () => {
  it('begin with who handed the message in', () => {
    const line =
      'Nov 24 21:59:02 mx1 postfix/submission/smtpd[27269]: 4jYxXk1DTLzmcq6: client=localhost[127.0.0.1], sasl_method=PLAIN, sasl_username=brian@blueemailserver.com'
    expect(factOf(line)).toEqual({
      kind: 'received',
      queueId: '4jYxXk1DTLzmcq6',
      client: { name: 'localhost', address: '127.0.0.1', port: null },
      login: 'brian@blueemailserver.com',
    })
  })

  it('hold the other server and its words', () => {
    const text =
      '4jYxXk5tGWzmcvy: to=<jsmith+tag@redemailserver.com>, relay=mx1.redemailserver.com[127.0.0.22]:25, delay=0.15, delays=0.05/0/0/0.09, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 4jYxXk6ZFkzmcw0)'
    expect(smtp(text)).toEqual({
      kind: 'delivery',
      queueId: '4jYxXk5tGWzmcvy',
      recipient: 'jsmith+tag@redemailserver.com',
      original: null,
      relay: { name: 'mx1.redemailserver.com', address: '127.0.0.22', port: 25 },
      delay: 0.15,
      delays: [0.05, 0, 0, 0.09],
      dsn: '2.0.0',
      status: 'sent',
      reply: '250 2.0.0 Ok: queued as 4jYxXk6ZFkzmcw0',
    })
  })

  it('keep parentheses and commas of a reply, and the address before an alias', () => {
    const text =
      '4jYxXk1DTLzmcq6: to=<a@red.example>, orig_to=<team@blue.example>, relay=mx1.red.example[127.0.0.22]:25, conn_use=2, delay=0.22, delays=0.13/0.01/0.03/0.05, dsn=5.1.1, status=bounced (host mx1.red.example[127.0.0.22] said: 550 5.1.1 <a@red.example>: Recipient address rejected: User unknown, sorry (in reply to RCPT TO command))'
    const fact = smtp(text)
    expect(fact).toMatchObject({ original: 'team@blue.example', status: 'bounced', dsn: '5.1.1' })
    expect(fact?.kind === 'delivery' && fact.reply).toMatch(
      /^host mx1.* said: 550 5\.1\.1 .*\(in reply to RCPT TO command\)$/,
    )
  })

  it('have no relay where none was reached', () => {
    const text =
      '4jYxXk4C2Dzmcvs: to=<x@away.example>, relay=none, delay=0.05, delays=0.05/0/0/0, dsn=4.4.1, status=deferred (connect to gone.example[127.0.0.29]:25: Connection refused)'
    expect(smtp(text)).toMatchObject({ relay: null, status: 'deferred' })
    expect(smtp('connect to gone.example[127.0.0.29]:25: Connection refused')).toEqual({
      kind: 'unreachable',
      peer: { name: 'gone.example', address: '127.0.0.29', port: 25 },
      reason: 'Connection refused',
    })
  })

  it('tell how the connection was secured', () => {
    const text =
      'Trusted TLS connection established to mx1.red.example[127.0.0.22]:25: TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits) key-exchange X25519'
    expect(smtp(text)).toMatchObject({ kind: 'tls', tls: { trust: 'trusted', version: 'TLSv1.3' } })
  })

  it('tell of the notice that a bounce or a delay sent', () => {
    const bounce = (text: string) => factOf(`Nov 24 21:59:02 mx1 postfix-blue/bounce[27290]: ${text}`)
    expect(bounce('4jYxXk1DTLzmcq6: sender non-delivery notification: 4jYxXk2h0zzmcvn')).toMatchObject({
      kind: 'notice',
      notice: 'bounce',
      noticeQueueId: '4jYxXk2h0zzmcvn',
    })
    expect(bounce('4jYxXk1DTLzmcq6: sender delay notification: 4jYxXk2h0zzmcvn')).toMatchObject({ notice: 'delay' })
    expect(bounce('4jYxXk1DTLzmcq6: sender delivery status notification: 4jYxXk2h0zzmcvn')).toMatchObject({
      notice: 'success',
    })
  })

  it('tell of a refusal before anything was in the queue', () => {
    const line =
      'Nov 24 21:59:02 mx1 postfix-red/smtpd[27282]: NOQUEUE: reject: RCPT from mx1.blue.example[127.0.0.21]: 550 5.1.1 <nobody@red.example>: Recipient address rejected: User unknown in virtual mailbox table; from=<brian@blue.example> to=<nobody@red.example> proto=ESMTP helo=<mx1.blue.example>'
    expect(factOf(line)).toMatchObject({
      kind: 'refused',
      queueId: null,
      stage: 'RCPT',
      client: { name: 'mx1.blue.example', address: '127.0.0.21' },
      reply: '550 5.1.1 <nobody@red.example>: Recipient address rejected: User unknown in virtual mailbox table',
      sender: 'brian@blue.example',
      recipient: 'nobody@red.example',
      lasting: true,
    })
  })

  it('tell of a refusal by a milter, which is for now', () => {
    const line =
      'Nov 24 21:59:02 mx1 postfix-red/cleanup[27282]: 4jYxXk1DTLzmcq6: milter-reject: END-OF-MESSAGE from mx1.blue.example[127.0.0.21]: 4.7.1 Try again later; from=<a@b.example> to=<c@d.example> proto=ESMTP helo=<x>'
    expect(factOf(line)).toMatchObject({ kind: 'refused', queueId: '4jYxXk1DTLzmcq6', lasting: false })
  })

  it('cannot be forged by a stranger whose words look like a line', () => {
    const forged = 'x@y.example>, relay=none, delay=0, delays=0/0/0/0, dsn=2.0.0, status=sent (250 ok)'
    const line = `4jYxXk1DTLzmcq6: to=<a@b.example>, relay=mx.b.example[192.0.2.1]:25, delay=1, delays=1/0/0/0, dsn=5.0.0, status=bounced (host mx.b.example[192.0.2.1] said: 550 to=<${forged})`
    expect(smtp(line)).toMatchObject({ recipient: 'a@b.example', status: 'bounced' })
  })

  it('end with the queue: expired, held, released, removed', () => {
    const by = (program: string, text: string) =>
      factOf(`Nov 24 21:59:02 mx1 postfix-blue/${program}[1]: 4jYxXk1DTLzmcq6: ${text}`)
    expect(by('qmgr', 'from=<a@b.example>, status=expired, returned to sender')?.kind).toBe('expired')
    expect(by('qmgr', 'removed')?.kind).toBe('removed')
    expect(by('postsuper', 'placed on hold')?.kind).toBe('held')
    expect(by('postsuper', 'released from hold')?.kind).toBe('released')
    expect(by('postsuper', 'removed')?.kind).toBe('deleted')
  })
})

it('a long queue id says when the message came, to the millisecond', () => {
  expect(arrivalOf('4jYxXk6ZFkzmcw0')?.toISOString()).toBe('2026-11-24T21:59:02.925Z')
  expect(arrivalOf('3A2F41C0')).toBeNull()
})
