import { expect, test } from 'vitest'
import { type Links, singles, toColumns } from '@/lib/mail/thread/columns'
import { linksIn, MessageGroups } from '@/lib/mail/thread/message-links'
import { packIndex, unpackIndex } from '@/lib/mail/thread/pack-index'
import { ThreadIndex } from '@/lib/mail/thread/thread-index'

function made(size: number): { index: ThreadIndex; links: Links } {
  const groups = new MessageGroups()
  const groupOf = Uint32Array.from({ length: size }, (_, at) => groups.add(linksIn(`<${at}@x> <${at % 700}@x>`)))
  const uids = Uint32Array.from({ length: size }, (_, at) => 2 * at + 1)
  const mailboxOf = Uint16Array.from(uids, (_, at) => at % 2)
  const places = { uids, realUids: uids.map((uid) => uid + 5), mailboxOf, mailboxes: ['INBOX', 'Entwürfe 日本'] }
  const arrivals = uids.map((uid) => 1_790_000_000 - 60 * uid)
  const links = { groupOf, arrivals, groups }
  return { index: new ThreadIndex({ ...toColumns(77n, places, singles(uids), uids.toReversed()), links }), links }
}

test('what is unpacked says what was packed, and new messages find the same groups', () => {
  const { index, links } = made(3_000)
  // a slice that begins anywhere, as a database gives it
  const bytes = Buffer.concat([Buffer.from('abc'), packIndex(index, links)]).subarray(3)
  const read = unpackIndex(bytes)
  const { links: readLinks, ...columns } = read?.columns ?? {}
  const { links: _, ...expected } = index.columns
  expect(columns).toEqual(expected)
  expect(readLinks?.groupOf).toEqual(links.groupOf)
  expect(readLinks?.arrivals).toEqual(links.arrivals)
  const { groups } = readLinks ?? { groups: new MessageGroups() }
  for (const id of ['<5@x>', '<699@x>', '<2999@x>']) {
    expect(groups.find(groups.add(linksIn(id)))).toBe(links.groups.find(links.groups.add(linksIn(id))))
  }
  expect(groups.add(linksIn('<nobody@knows>'))).toBe(links.groups.add(linksIn('<nobody@knows>')))
})

test('bytes that are cut, or of another version, are no index', () => {
  const { index, links } = made(10)
  const bytes = packIndex(index, links)
  for (const length of [0, 3, 50, bytes.length - 4]) expect(unpackIndex(bytes.subarray(0, length))).toBeNull()
  expect(unpackIndex(Buffer.from(bytes).fill('9', 30, 31))).toBeNull()
  expect(unpackIndex(Buffer.from(bytes.toString('latin1').replace('"version":2', '"version":1'), 'latin1'))).toBeNull()
})
