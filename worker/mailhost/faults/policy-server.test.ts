import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { FaultPolicy } from '@/worker/mailhost/faults/policy-server'

const host = '127.0.0.1'

async function freePort(): Promise<number> {
  const server = createServer().listen(0, host)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

/** What it answers about one client, sender and recipient. */
async function ask(port: number): Promise<string> {
  const socket = connect(port, host).setEncoding('latin1')
  socket.write('client_address=192.0.2.1\nsender=a@b.test\nrecipient=c@d.test\n\n')
  const [answer] = (await once(socket, 'data')) as [string]
  socket.destroy()
  return answer.trim()
}

afterEach(() => void vi.useRealTimers())

test('greylisting lets pass who waited, and is new to everybody when it is switched on again', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const [policy, port] = [new FaultPolicy(), await freePort()]
  await policy.start({ host, port })
  policy.active = new Set(['greylisting'])
  expect(await ask(port)).toMatch(/^action=450 /)
  vi.setSystemTime(Date.now() + 10_000)
  expect(await ask(port)).toBe('action=DUNNO')
  policy.active = new Set()
  policy.active = new Set(['greylisting'])
  expect(await ask(port)).toMatch(/^action=450 /)
  policy.stop()
})
