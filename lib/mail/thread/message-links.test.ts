import { expect, test } from 'vitest'
import { linksIn, MessageGroups } from '@/lib/mail/thread/message-links'

test('ids are the same however they are folded, quoted or surrounded', () => {
  const [id] = linksIn('Message-ID: <a.b@c>\r\n')
  for (const text of [
    'In-Reply-To: message of Monday <a.b@c>',
    'References: <x@y><a.b@c>',
    'References: <a.b@\r\n c>',
  ]) {
    expect(linksIn(text)).toContain(id)
  }
  expect(linksIn('Message-ID: <noat>')).toEqual(linksIn('References: <noat>'))
  expect(linksIn('Subject: nothing')).toEqual([])
})

test('messages that name a common id are of one group, also when a later one connects them', () => {
  const groups = new MessageGroups()
  const one = groups.add(linksIn('<a@x>'))
  const two = groups.add(linksIn('<b@x>'))
  expect(groups.find(one)).not.toBe(groups.find(two))
  const both = groups.add(linksIn('<c@x> <a@x> <b@x>'))
  expect(new Set([one, two, both].map((group) => groups.find(group))).size).toBe(1)
  const alone = groups.add([])
  expect(groups.find(alone)).not.toBe(groups.find(one))
})

test('a hundred thousand conversations keep apart as they grow', () => {
  const groups = new MessageGroups()
  const first = Array.from({ length: 50_000 }, (_, at) => groups.add(linksIn(`<${at}@example.org>`)))
  const second = first.map((_, at) => groups.add(linksIn(`<answer-${at}@example.org> <${at}@example.org>`)))
  expect(second.every((group, at) => groups.find(group) === groups.find(first[at] as number))).toBe(true)
  // Hashes of 32 bits meet now and then: one in some thousands, no more.
  expect(new Set(first.map((group) => groups.find(group))).size).toBeGreaterThan(49_900)
})
