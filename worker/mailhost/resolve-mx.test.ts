import { beforeEach, expect, test, vi } from 'vitest'
import type { DeliveryEventRow } from '@/lib/db/delivery'
import { resolveTries } from '@/worker/mailhost/resolve-mx'

const dns = vi.hoisted(() => ({ resolveMx: vi.fn(), resolve4: vi.fn(), setServers: vi.fn() }))
vi.mock('node:dns/promises', () => ({
  Resolver: class {
    resolveMx = dns.resolveMx
    resolve4 = dns.resolve4
    setServers = dns.setServers
  },
}))

const failure = (code: string) => Object.assign(new Error(code), { code })
const mx = [{ exchange: 'mx.b.example', priority: 10 }]

async function factFor(domain: string): Promise<object | undefined> {
  const fact = { relay: null, delay: 1, delays: [0, 0, 0, 1], program: 'smtp' }
  const row = { host_id: 'blue', queue_id: 'FIRST11', kind: 'delivery', recipient: `c@${domain}` }
  const events: DeliveryEventRow[] = [{ ...row, at: '2026-11-24T22:00:00.000Z', fact }]
  return (await resolveTries(events))[0]?.fact
}

beforeEach(() => {
  dns.resolveMx.mockReset()
  dns.resolve4.mockReset().mockResolvedValue(['192.0.2.1'])
})

test.each(['ETIMEOUT', 'ESERVFAIL', 'ECONNREFUSED'])('%s is told once and asked again', async (code) => {
  const domain = `${code}.example`
  dns.resolveMx.mockRejectedValueOnce(failure(code)).mockResolvedValue(mx)
  expect(await factFor(domain)).toEqual({ domain, answers: [], error: code })
  expect(await factFor(domain)).toMatchObject({ answers: [{ exchange: 'mx.b.example' }], error: '' })
})

test.each(['ENOTFOUND', 'ENODATA'])('%s is an answer, and remembered', async (code) => {
  const domain = `${code}.example`
  dns.resolveMx.mockRejectedValue(failure(code))
  expect(await factFor(domain)).toEqual({ domain, answers: [], error: code })
  expect(await factFor(domain)).toEqual({ domain, answers: [], error: code })
  expect(dns.resolveMx).toHaveBeenCalledTimes(1)
})

test('mail servers are remembered', async () => {
  dns.resolveMx.mockResolvedValue(mx)
  expect(await factFor('b.example')).toEqual(await factFor('b.example'))
  expect(dns.resolveMx).toHaveBeenCalledTimes(1)
})
