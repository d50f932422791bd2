import { expect, test } from 'vitest'
import { singles, toColumns } from '@/lib/mail/thread/columns'
import { IndexStore, takeTurn } from '@/lib/mail/thread/index-store'
import { ThreadIndex } from '@/lib/mail/thread/thread-index'

function indexOf(size: number): ThreadIndex {
  const uids = Uint32Array.from({ length: size }, (_, at) => at + 1)
  const places = { uids, realUids: uids, mailboxOf: new Uint16Array(size), mailboxes: ['INBOX'] }
  return new ThreadIndex(toColumns(1n, places, singles(uids), uids))
}

test('the store forgets what was used longest ago, and never the last one', () => {
  const store = new IndexStore(2_500)
  for (const key of ['a', 'b']) store.of(key).index = indexOf(1_000)
  store.of('a')
  store.of('c').index = indexOf(1_000)
  store.trim()
  expect([store.of('a').index, store.of('b').index, store.of('c').index].map((index) => index !== null)).toEqual([
    true,
    false,
    true,
  ])
  const small = new IndexStore(10)
  small.of('large').index = indexOf(1_000)
  small.trim()
  expect(small.of('large').index).not.toBeNull()
})

test('turns are taken one after the other', async () => {
  const kept = new IndexStore(1).of('a')
  const order: string[] = []
  const first = await takeTurn(kept)
  const second = takeTurn(kept).then((done) => {
    order.push('second')
    done()
  })
  order.push('first')
  first()
  await second
  expect(order).toEqual(['first', 'second'])
})
