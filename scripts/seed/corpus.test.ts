import { simpleParser } from 'mailparser'
import { expect, test } from 'vitest'
import { corpus } from '@/scripts/seed/corpus'

test('the same seed gives the same bytes and another seed others', () => {
  const bytes = (seed: string) => Buffer.concat([...corpus('a@example.com', 50, seed)].map((message) => message.raw))
  expect(bytes('one').equals(bytes('one'))).toBe(true)
  expect(bytes('one').equals(bytes('two'))).toBe(false)
})

test('answers name the messages they answer, and dates only go forward', async () => {
  const messages = [...corpus('a@example.com', 200, 's')]
  const parsed = await Promise.all(messages.map((message) => simpleParser(message.raw)))
  const ids = new Set(parsed.map((message) => message.messageId))
  const answers = parsed.filter((message) => message.inReplyTo)
  expect(answers.length).toBeGreaterThan(40)
  expect(answers.every((message) => ids.has(message.inReplyTo))).toBe(true)
  expect(messages.every((message, index) => index === 0 || message.date >= (messages[index - 1]?.date ?? 0))).toBe(true)
  expect(parsed.some((message) => message.attachments.length > 0)).toBe(true)
  expect(parsed.some((message) => message.html)).toBe(true)
})
