import type { IncomingMessage } from 'node:http'
import { clientAddressHeader } from '@/lib/auth/client-address'

/** Headers only this server may say: the client's own are thrown away. */
const ownHeaders = [clientAddressHeader, 'x-middleware-subrequest', 'x-middleware-subrequest-id']

/**
 * The client's address: the socket's, or behind `trustedProxies` proxies the entry of X-Forwarded-For that the
 * outermost of them wrote, counted from the right. What stands further left is the client's invention.
 */
export function clientAddress(remote: string, forwardedFor: string, trustedProxies: number): string {
  const entries = forwardedFor.split(',').map((entry) => entry.trim())
  const written = trustedProxies > 0 ? (entries.at(-trustedProxies) ?? entries[0]) : undefined
  // an address at most; a proxy that appends a port or nonsense is not believed
  return written && /^[0-9A-Fa-f.:]{2,45}$/.test(written) ? written : remote
}

/** Makes the headers of a request say the truth about where it came from, before Next sees it. */
export function markClient(request: IncomingMessage, trustedProxies: number): void {
  for (const name of ownHeaders) delete request.headers[name]
  const forwardedFor = [request.headers['x-forwarded-for'] ?? ''].flat().join(',')
  const remote = request.socket.remoteAddress ?? 'unknown'
  request.headers[clientAddressHeader] = clientAddress(remote, forwardedFor, trustedProxies)
}
