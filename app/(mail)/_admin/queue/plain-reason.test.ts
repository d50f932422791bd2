import { expect, test } from 'vitest'
import { plainReason } from '@/app/(mail)/_admin/queue/plain-reason'

test.each([
  ['connect to gone.example[127.0.0.29]:25: Connection refused', 'reason.4-1'],
  ['delivery temporarily suspended: connect to gone.example[127.0.0.29]:25: Connection refused', 'reason.4-1'],
  ['delivery temporarily suspended: lost connection with gone.example[127.0.0.29] while sending RCPT TO', 'reason.4-2'],
  [
    'Host or domain name not found. Name service error for name=red.example type=MX: Host not found, try again',
    'reason.4-4',
  ],
  ['lost connection with mx1.red.example[127.0.0.22] while sending RCPT TO', 'reason.4-2'],
  ['host mx1.red.example[4.5.2.1] said: 452 4.2.2 Mailbox is full (in reply to RCPT TO command)', 'reason.2-2'],
  [
    'host mx1.red.example[127.0.0.22] said: 450 4.2.0 <x@red.example>: Recipient address rejected: Greylisted',
    'reason.greylisted',
  ],
  ['something else', 'reason.other'],
  ['', 'reason.other'],
])('%s', (words, key) => expect(plainReason(words)).toBe(key))
