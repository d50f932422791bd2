/** Set by server.ts from the socket (or from a trusted proxy's word); whatever the client sent under this name is gone. */
export const clientAddressHeader = 'x-waypost-client'

/** Who asks, as far as the server itself knows. */
export function clientOf(headers: Headers): { remoteIp: string; userAgent: string } {
  // NUL does not fit into PostgreSQL's text; HTTP allows none, so this only guards other callers
  const userAgent = (headers.get('user-agent') ?? '').replaceAll('\0', '')
  return { remoteIp: headers.get(clientAddressHeader) ?? 'unknown', userAgent }
}
