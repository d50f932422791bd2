import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { askQueue, newCommandId, takeBackCommand, takeCommand } from '@/lib/db/queue-commands'

const nobody = randomUUID()

test('a command is taken by a worker or taken back, never both; workers take the oldest, one at a time', async () => {
  const queue = `nobody-${nobody}`.slice(0, 40)
  const ids = [newCommandId(), newCommandId(), newCommandId()]
  for (const id of ids) await askQueue(id, queue, nobody, { verb: 'list' })
  const [first = '', second = '', third = ''] = ids
  expect((await takeCommand([queue]))?.id).toBe(first)
  expect(await takeBackCommand(first)).toBe(false)
  expect(await takeBackCommand(second)).toBe(true)
  expect((await takeCommand([queue]))?.id).toBe(third)
  expect(await takeCommand([queue])).toBeNull()
})
