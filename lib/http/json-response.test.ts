import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { jsonResponse } from '@/lib/http/json-response'

const asking = (accept: string) => new Request('http://localhost/', { headers: { 'accept-encoding': accept } })
const rows = Array.from({ length: 50 }, (_, index) => ({ subject: `Minutes of the meeting ${index}` }))

test('a list travels compressed to a client that takes gzip', async () => {
  const response = await jsonResponse(rows, asking('br, gzip;q=0.8'))
  expect(response.headers.get('content-encoding')).toBe('gzip')
  expect(response.headers.get('vary')).toBe('accept-encoding')
  const body = Buffer.from(await response.arrayBuffer())
  expect(body.length).toBeLessThan(JSON.stringify(rows).length / 3)
  expect(JSON.parse(gunzipSync(body).toString())).toEqual(rows)
})

test('it travels as it is to any other, and so does a short answer', async () => {
  for (const accept of ['', 'br', 'gzip;q=0', 'gzip; q=0.0', 'x-gzip']) {
    const response = await jsonResponse(rows, asking(accept))
    expect(response.headers.get('content-encoding')).toBeNull()
    expect(await response.json()).toEqual(rows)
  }
  const short = await jsonResponse({ ok: true }, asking('gzip'))
  expect(short.headers.get('content-encoding')).toBeNull()
})
