import { expect, test } from 'vitest'
import { joinAnswers, kinshipIn } from '@/lib/mail/thread/kinship'

const fields = (id: string, ...more: string[]) => [`Message-ID: <${id}>`, ...more, '', ''].join('\r\n')
const kin = (...texts: string[]) => texts.map(kinshipIn)

test('a message answers the last of its References, however they are folded, and else what In-Reply-To names', () => {
  const { id } = kinshipIn(fields('b@x'))
  expect(kinshipIn(fields('c@x', 'References: <a@x>\r\n <b@x>', 'In-Reply-To: <a@x>')).parent).toBe(id)
  expect(kinshipIn(fields('c@x', 'In-Reply-To: your message of Monday <b@x> <z@x>')).parent).toBe(id)
  expect(kinshipIn(fields('c@x', 'References: <c@x> <b@x>'))).toEqual({ id: 0, parent: 0 })
  expect(kinshipIn('Subject: nothing\r\n\r\n')).toEqual({ id: 0, parent: 0 })
})

test('an answer that the server left alone comes into its conversation', () => {
  const kinships = kin(
    fields('a@x'),
    fields('b@x', 'References: <a@x>'),
    fields('c@x', 'References: <a@x> <b@x>'),
    fields('other@x'),
  )
  const joined = joinAnswers(Uint32Array.of(0, 1, 0, 2), kinships)
  expect(new Set(joined.slice(0, 3)).size).toBe(1)
  expect(joined[3]).toBe(2)
})

test('what the server threaded well stays as it is, also where ids are missing, doubled or run in a ring', () => {
  const threadOf = Uint32Array.of(0, 1, 2, 3, 3, 4, 5)
  const kinships = kin(
    fields('twice@x'),
    fields('twice@x'),
    fields('c@x', 'References: <gone@x> <twice@x>'),
    fields('d@x', 'References: <e@x>'),
    fields('e@x', 'References: <d@x>'),
    fields('copied@x', 'References: <e@x>'),
    fields('copied@x', 'References: <e@x>'),
  )
  expect(joinAnswers(threadOf, kinships)).toBe(threadOf)
})
