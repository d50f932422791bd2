import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'

const compress = promisify(gzip)

/** Below this a packet holds the answer anyway. */
const worthCompressing = 1_400

const acceptsGzip = (request: Request): boolean =>
  (request.headers.get('accept-encoding') ?? '')
    .split(',')
    .some((one) => /^\s*gzip\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/.test(one))

/**
 * JSON, compressed where the client takes gzip: a page of a list is a tenth of its size then. Next leaves answers of
 * route handlers as they are.
 */
export async function jsonResponse(value: unknown, request: Request): Promise<Response> {
  const text = JSON.stringify(value)
  const headers = { 'content-type': 'application/json', vary: 'accept-encoding' }
  if (text.length < worthCompressing || !acceptsGzip(request)) return new Response(text, { headers })
  const body = await compress(text, { level: constants.Z_BEST_SPEED })
  return new Response(body, { headers: { ...headers, 'content-encoding': 'gzip', 'content-length': `${body.length}` } })
}
