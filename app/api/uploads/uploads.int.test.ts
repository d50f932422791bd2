import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ask, person } from '@/e2e/web-client'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'

const rowsOf = (address: string) => db().upload.findMany({ where: { account: { address } } })

describe('a file on its way into a message', () => {
  test('is stored byte for byte under a name of ours', async () => {
    const { cookie, upload } = await person('blue')
    const bytes = randomBytes(100_000)
    const stored = await upload('../../etc/議事録.png', 'image/png; charset=x', bytes)
    expect(stored).toMatchObject({ name: '議事録.png', type: 'image/png', size: bytes.length })
    const shown = await ask('GET', `/api/uploads/${stored.uploadId}`, { cookie })
    expect(shown.bytes.equals(bytes)).toBe(true)
    expect(shown.headers['content-security-policy']).toContain('sandbox')
    expect(shown.headers['x-content-type-options']).toBe('nosniff')
  })

  test('is shown only as a picture', async () => {
    const { cookie, upload } = await person('blue')
    for (const type of ['image/svg+xml', 'text/html', 'application/pdf', 'nonsense']) {
      const { uploadId } = await upload('x', type, Buffer.from('<script>alert(1)</script>'))
      expect((await ask('GET', `/api/uploads/${uploadId}`, { cookie })).status, type).toBe(404)
    }
  })

  test('is gone when removed', async () => {
    const { cookie, upload } = await person('blue')
    const { uploadId } = await upload('x.png', 'image/png', Buffer.from('x'))
    expect((await ask('DELETE', `/api/uploads/${uploadId}`, { cookie })).status).toBe(200)
    expect((await ask('GET', `/api/uploads/${uploadId}`, { cookie })).status).toBe(404)
    expect(existsSync(join(env.uploads, uploadId))).toBe(false)
  })

  test('that no message could hold is refused before it is sent', async () => {
    const { cookie } = await person('blue')
    const { hostname, port } = new URL(env.publicUrl)
    const headers = { cookie, 'content-length': String(60 * 1024 * 1024) }
    const status = await new Promise((resolve, reject) => {
      const upload = request({ hostname, port, path: '/api/uploads', method: 'POST', headers }, (response) => {
        resolve(response.statusCode)
        upload.destroy()
      })
      upload.on('error', reject)
      upload.write('the first bytes')
    })
    expect(status).toBe(413)
  })

  test('leaves nothing behind when it is cut off', async () => {
    const { account, cookie } = await person('blue')
    const { hostname, port } = new URL(env.publicUrl)
    const headers = { cookie, 'content-length': '1000000', 'content-type': 'image/png' }
    const upload = request({ hostname, port, path: '/api/uploads', method: 'POST', headers })
    upload.on('error', () => undefined)
    upload.write(randomBytes(200_000))
    await expect.poll(async () => (await rowsOf(account.address)).length, { timeout: 20_000 }).toBe(1)
    const [row] = await rowsOf(account.address)
    upload.destroy()
    await expect.poll(async () => (await rowsOf(account.address)).length, { timeout: 20_000 }).toBe(0)
    expect(readdirSync(env.uploads)).not.toContain(row?.id)
  })
})
