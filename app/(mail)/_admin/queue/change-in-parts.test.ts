import { expect, test } from 'vitest'
import { changeInParts } from '@/app/(mail)/_admin/queue/change-in-parts'
import { changeQueueBody } from '@/lib/contract/queue'

test('more messages than a request may name are changed in several, each once', async () => {
  const queueIds = Array.from({ length: 1201 }, (_, i) => (0xabcdef000 + i).toString(16).toUpperCase())
  const asked: string[] = []
  const { changed } = await changeInParts({ queue: 'blue', verb: 'delete', queueIds }, async (body) => {
    asked.push(...changeQueueBody.parse(body).queueIds)
    return { changed: body.queueIds.length }
  })
  expect(changed).toBe(1201)
  expect(asked).toEqual(queueIds)
})
