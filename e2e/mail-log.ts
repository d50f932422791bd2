const digits = 'BCDFGHJKLMNPQRSTVWXYZ'

/** A long queue id of its own for each `n` below 194,481. */
const queueId = (n: number) =>
  `4jYxXk1DTLz${[1, 21, 441, 9_261].map((unit) => digits[Math.floor(n / unit) % 21]).join('')}`

/** One line of a Postfix log. */
export const logLine = (text: string) => `Nov 24 21:59:02 mx1 postfix-blue/${text}\n`

const sent =
  'relay=mx.b.example[192.0.2.1]:25, delay=1, delays=1/0/0/0, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 4jYxXk6ZFkzmcw0)'

/** The log of that many messages on their way to another server: four lines each, three of them events. */
export function logOfMessages(messages: number): string {
  const of = (n: number) => [
    `submission/smtpd[1]: ${queueId(n)}: client=localhost[127.0.0.1], sasl_method=PLAIN, sasl_username=a@b.example`,
    `cleanup[1]: ${queueId(n)}: message-id=<${n}@b.example>`,
    `smtp[1]: ${queueId(n)}: to=<c@b.example>, ${sent}`,
    `qmgr[1]: ${queueId(n)}: removed`,
  ]
  return Array.from({ length: messages }, (_, n) => of(n).map(logLine).join('')).join('')
}
