import { expect, test } from 'vitest'
import { changeQueue } from '@/lib/mail/postfix/change-queue'
import { parseQueue, partOf } from '@/lib/mail/postfix/list-queue'
import { isQueueId } from '@/lib/mail/postfix/queue-id'

test('what Postfix lists becomes rows, markup in the words of others as it came', () => {
  const output = [
    '{"queue_name": "deferred", "queue_id": "4jZ1mG5ZytzNRWB", "arrival_time": 1795568958, "message_size": 343, "forced_expire": false, "sender": "brian@blueemailserver.com", "recipients": [{"address": "x@away.example", "delay_reason": "host said: 451 <b>later</b>"}, {"address": "y@away.example"}]}',
    '{"queue_name": "hold", "queue_id": "4jZ1mG5ZytzNRWC", "arrival_time": 1795568959, "message_size": 1, "forced_expire": false, "sender": "MAILER-DAEMON", "recipients": []}',
    'Mail queue is empty',
    '',
  ].join('\n')
  expect(parseQueue(output)).toEqual([
    {
      queueId: '4jZ1mG5ZytzNRWB',
      state: 'deferred',
      arrivedAt: '2026-11-25T01:09:18.000Z',
      size: 343,
      sender: 'brian@blueemailserver.com',
      recipients: [
        { address: 'x@away.example', reason: 'host said: 451 <b>later</b>' },
        { address: 'y@away.example', reason: '' },
      ],
    },
    {
      queueId: '4jZ1mG5ZytzNRWC',
      state: 'hold',
      arrivedAt: '2026-11-25T01:09:19.000Z',
      size: 1,
      sender: '',
      recipients: [],
    },
  ])
})

test('of a long queue the newest are given, and how many more there are', () => {
  const mail = (n: number) => ({
    queueId: `4jZ1mG5ZytzNR${n}`,
    state: 'deferred',
    arrivedAt: new Date(n * 1000).toISOString(),
    size: 1,
    sender: n % 2 ? 'odd@Example.net' : '',
    recipients: [{ address: `x${n}@away.example`, reason: 'Connection refused' }],
  })
  const all = Array.from({ length: 9 }, (_, n) => mail(n))
  const ids = ({ entries }: ReturnType<typeof partOf>) => entries.map(({ queueId }) => queueId.at(-1))
  const newest = partOf(all, { words: '', most: 3 })
  expect([ids(newest), newest.found, newest.waiting]).toEqual([['8', '7', '6'], 9, 9])
  const odd = partOf(all, { words: ' ODD@example', most: 3 })
  expect([ids(odd), odd.found, odd.waiting]).toEqual([['7', '5', '3'], 4, 9])
  expect(ids(partOf(all, { words: 'x2@', most: 3 }))).toEqual(['2'])
  expect(ids(partOf(all, { words: '', queueIds: [mail(4).queueId, 'gone'], most: 3 }))).toEqual(['4'])
})

test.each(['4jZ1mG5ZytzNRWB', '0A1B2C3D4E'])('%s is a queue id', (id) => expect(isQueueId(id)).toBe(true))

const strange = [
  'ALL',
  '-',
  '-d',
  '',
  '4jZ1mG5ZytzNRWB deferred',
  '4jZ1mG5ZytzNRWB\n',
  '../../etc/passwd',
  '$(id)',
  'a'.repeat(15),
]
test.each(strange)('%j is none, and never reaches a command', async (id) => {
  expect(isQueueId(id)).toBe(false)
  await expect(changeQueue('/nowhere', 'delete', [id])).rejects.toThrow(RangeError)
})
