import { expect, test } from 'vitest'
import { ask } from '@/e2e/web-client'

test('the web keeps a connection for longer than a proxy does, so that it never closes one under a request', async () => {
  const { status, headers } = await ask('GET', '/api/health', { headers: { connection: 'keep-alive' } })
  expect(status).toBe(200)
  const [, seconds] = /^timeout=(\d+)/.exec(String(headers['keep-alive'])) ?? []
  expect(Number(seconds)).toBeGreaterThan(60)
})
