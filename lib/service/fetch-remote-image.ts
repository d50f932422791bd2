import { lookup } from 'node:dns/promises'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP } from 'node:net'
import { AppError } from '@/lib/errors'
import { isPublicAddress } from '@/lib/service/public-address'

/** How names become addresses and which of them may be visited; the defaults are the only ones outside of tests. */
export type Reach = {
  resolve: (host: string) => Promise<string[]>
  allowed: (address: string) => boolean
  ports: Set<string>
}
export type RemoteImage = { type: string; bytes: Buffer }

export const openReach: Reach = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  allowed: isPublicAddress,
  ports: new Set(['', '80', '443']),
}

const types = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'image/bmp'])
const sizeLimit = 8 * 1024 * 1024
const timeLimit = 8_000
const redirectLimit = 3

const refused = (why: string, cause?: unknown) => new AppError('not-found', `remote picture: ${why}`, { cause })

/** The one address that will be visited. Every address of the name must be allowed: a mixed answer is an attack. */
export async function addressOf(url: URL, reach: Reach): Promise<string> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw refused('not http')
  if (url.username !== '' || url.password !== '' || !reach.ports.has(url.port)) throw refused('address not allowed')
  // The URL parser has turned decimal, octal and hexadecimal hosts into plain addresses.
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const addresses = isIP(host) === 0 ? await reach.resolve(host).catch(() => []) : [host]
  const [first] = addresses
  if (first === undefined || !addresses.every(reach.allowed)) throw refused('not a public address')
  return first
}

function ask(url: URL, address: string, signal: AbortSignal): Promise<IncomingMessage> {
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest
  return new Promise((resolve, reject) => {
    const request = send(url, {
      // The address checked is the address visited: the name is not asked for again.
      hostname: address,
      servername: isIP(url.hostname) === 0 ? url.hostname : undefined,
      agent: false,
      signal,
      headers: { host: url.host, accept: 'image/*', 'user-agent': 'Waypost image proxy' },
    })
    request.once('response', resolve).once('error', reject).end()
  })
}

async function readImage(response: IncomingMessage): Promise<RemoteImage> {
  const type = (response.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (response.statusCode !== 200 || !types.has(type)) throw refused('no picture')
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of response as AsyncIterable<Buffer>) {
    size += piece.length
    if (size > sizeLimit) throw refused('too large')
    pieces.push(piece)
  }
  return { type, bytes: Buffer.concat(pieces) }
}

async function follow(first: URL, reach: Reach, signal: AbortSignal): Promise<RemoteImage> {
  let url = first
  for (let redirects = 0; redirects <= redirectLimit; redirects += 1) {
    const response = await ask(url, await addressOf(url, reach), signal)
    const { location } = response.headers
    const moved = [301, 302, 303, 307, 308].includes(response.statusCode ?? 0) && location !== undefined
    try {
      if (!moved) return await readImage(response)
    } finally {
      response.destroy()
    }
    if (!URL.canParse(location, url)) throw refused('leads nowhere')
    url = new URL(location, url)
  }
  throw refused('redirects without end')
}

/**
 * A picture of the open internet, at most 8 MB in 8 seconds. Names are resolved here and pinned; addresses inside are
 * never visited, at no redirect either (security class 10). No cookie, no referrer, nothing of the reader is sent.
 * @throws AppError `not-found` whatever the reason
 */
export async function fetchRemoteImage(address: string, reach: Reach = openReach): Promise<RemoteImage> {
  if (!URL.canParse(address)) throw refused('not an address')
  try {
    return await follow(new URL(address), reach, AbortSignal.timeout(timeLimit))
  } catch (error) {
    throw error instanceof AppError ? error : refused('does not answer', error)
  }
}
