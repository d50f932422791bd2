import { expect, test, vi } from 'vitest'
import { takesMail } from '@/lib/service/recipients/takes-mail'

const resolveMx = vi.hoisted(() => vi.fn())
vi.mock('node:dns/promises', () => ({
  Resolver: class {
    resolveMx = resolveMx
    setServers() {}
  },
}))

test('what DNS said is remembered; that it could not be asked is not', async () => {
  resolveMx.mockRejectedValueOnce(Object.assign(new Error('slow'), { code: 'ETIMEOUT' }))
  resolveMx.mockResolvedValue([{ exchange: 'mx.b.example', priority: 10 }])
  expect(await Promise.all([takesMail('b.example'), takesMail('b.example')])).toEqual([null, null])
  expect(resolveMx).toHaveBeenCalledTimes(1)
  expect(await takesMail('b.example')).toBe(true)
  expect(await takesMail('b.example')).toBe(true)
  expect(resolveMx).toHaveBeenCalledTimes(2)
})
