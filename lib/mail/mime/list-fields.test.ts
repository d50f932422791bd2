import { expect, test } from 'vitest'
import { headerFields } from '@/lib/mail/mime/head-fields'
import { readListFields } from '@/lib/mail/mime/list-fields'

const read = (...lines: string[]) => readListFields(headerFields(lines.join('\r\n')))

test('address, mail and one click are read, whatever stands around them', () => {
  const { id, leave } = read(
    'List-Id: "The <crew>" <crew.example.org>',
    'List-Unsubscribe: (leave) <mailto:leave+x@example.org?subject=bye%20%0D%0ABcc:a@b.c&bcc=x@y.z>,',
    '  <https://example.org/u?t=1>, <javascript:alert(1)>',
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
  )
  expect(id).toBe('crew.example.org')
  expect(leave).toEqual({
    https: 'https://example.org/u?t=1',
    mailto: { address: 'leave+x@example.org', subject: 'bye Bcc:a@b.c' },
    oneClick: true,
  })
})

test('without the POST field, or without https, nothing is done by one click', () => {
  expect(read('List-Unsubscribe: <https://example.org/u>').leave.oneClick).toBe(false)
  const plain = read('List-Unsubscribe: <http://example.org/u>', 'List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(plain.leave).toEqual({ https: null, mailto: null, oneClick: false })
  expect(read('Subject: x').leave).toEqual({ https: null, mailto: null, oneClick: false })
})
