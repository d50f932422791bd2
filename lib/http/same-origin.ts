import { AppError } from '@/lib/errors'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a change asked for by another site (Fetch Metadata, Origin). Browsers send at least one of the two with
 * every POST, PUT and DELETE; a program that sends neither carries no ambient cookie worth forging.
 * @throws AppError `forbidden`
 */
export function requireSameOrigin(request: Request): void {
  if (safeMethods.has(request.method)) return
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') throw new AppError('forbidden', `a change asked for by ${site}`)
  const origin = request.headers.get('origin')
  if (origin === null) return
  const host = request.headers.get('host') ?? new URL(request.url).host
  if (!URL.canParse(origin) || new URL(origin).host !== host) {
    throw new AppError('forbidden', 'a change asked for by another origin')
  }
}
