import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { fetchRemoteImage } from '@/lib/service/fetch-remote-image'
import { isPublicAddress } from '@/lib/service/public-address'

const servers: ReturnType<typeof createServer>[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return (server.address() as AddressInfo).port
}

/** As outside, but for one loopback port standing for a public server named `pictures.example`. */
const reach = (port: number, more: Record<string, string[]> = {}) => ({
  resolve: async (host: string) => ({ 'pictures.example': ['127.0.0.1'], ...more })[host] ?? [],
  allowed: (address: string) => address === '127.0.0.1' || isPublicAddress(address),
  ports: new Set(['', String(port)]),
})

describe('the image proxy', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.169.254',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    'fe80::1',
    'fd00::1',
    '2002:7f00:1::',
    '2001:0:1::1',
    'not an address',
  ])('holds %s for an inside address', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  it.each(['8.8.8.8', '1.1.1.1', '2606:4700::1111'])('holds %s for a public address', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  it.each([
    'http://127.0.0.1/x.png',
    'http://2130706433/x.png',
    'http://0177.0.0.1/x.png',
    'http://0x7f.1/x.png',
    'http://[::1]/x.png',
    'http://[::ffff:127.0.0.1]/x.png',
    'http://localhost/x.png',
    'http://user:password@8.8.8.8/x.png',
    'http://8.8.8.8:25/x.png',
    'file:///etc/passwd',
    'gopher://8.8.8.8/',
  ])('does not visit %s', async (url) => {
    await expect(fetchRemoteImage(url)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('refuses a name of which one address is inside', async () => {
    const mixed = { resolve: async () => ['8.8.8.8', '10.0.0.1'], allowed: isPublicAddress, ports: new Set(['']) }
    await expect(fetchRemoteImage('http://mixed.example/x.png', mixed)).rejects.toThrow('not a public address')
  })

  it('fetches a picture and sends nothing of the reader', async () => {
    let headers: Record<string, unknown> = {}
    const port = await serve((request, response) => {
      headers = request.headers
      response.setHeader('content-type', 'image/png').end('png')
    })
    const image = await fetchRemoteImage(`http://pictures.example:${port}/x.png`, reach(port))
    expect(image).toEqual({ type: 'image/png', bytes: Buffer.from('png') })
    expect(headers.cookie ?? headers.referer ?? headers['x-forwarded-for']).toBeUndefined()
  })

  it('checks every redirect', async () => {
    const port = await serve((request, response) => {
      const to = request.url === '/inside' ? 'http://10.0.0.1/x.png' : `http://pictures.example:${port}/loop`
      response.writeHead(302, { location: to }).end()
    })
    const ask = (path: string) => fetchRemoteImage(`http://pictures.example:${port}${path}`, reach(port))
    await expect(ask('/inside')).rejects.toThrow('not a public address')
    await expect(ask('/loop')).rejects.toThrow('redirects without end')
  })

  it('takes no page, no SVG and nothing endless for a picture', async () => {
    const port = await serve((request, response) => {
      if (request.url === '/html') return response.setHeader('content-type', 'text/html').end('<script>')
      if (request.url === '/svg') return response.setHeader('content-type', 'image/svg+xml').end('<svg>')
      response.setHeader('content-type', 'image/png')
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536))) {}
      }
      response.on('drain', more)
      more()
    })
    const ask = (path: string) => fetchRemoteImage(`http://pictures.example:${port}${path}`, reach(port))
    await expect(ask('/html')).rejects.toThrow('no picture')
    await expect(ask('/svg')).rejects.toThrow('no picture')
    await expect(ask('/endless')).rejects.toThrow('too large')
  })
})
