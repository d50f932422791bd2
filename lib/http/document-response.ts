/** Nothing is loaded, whatever the HTML says; pictures only from the document itself, or from our proxy when asked for. */
const nothing = (pictures: string | null) =>
  `default-src 'none'; img-src data:${pictures === null ? '' : ` ${pictures}`}; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'`

/** Our image proxy as a policy names it. The frame has no origin, so 'self' would not do; a strange Host names nothing. */
export function pictureSource(request: Request): string | null {
  const host = request.headers.get('host') ?? ''
  if (!/^[A-Za-z0-9.-]+(:\d{1,5})?$|^\[[0-9a-fA-F:]+\](:\d{1,5})?$/.test(host)) return null
  return `http://${host}/api/images https://${host}/api/images`
}

/**
 * A stranger's HTML as a document without an origin: no script but the one with our nonce, no cookie, no request.
 * These headers alone would do; that the HTML is clean is the second wall.
 */
export function frameResponse(html: string, options: { nonce: string; pictures: string | null }): Response {
  const sandbox = 'sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox'
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `${sandbox}; ${nothing(options.pictures)}; script-src 'nonce-${options.nonce}'; frame-ancestors 'self'`,
      'x-frame-options': 'SAMEORIGIN',
      'cache-control': 'private, max-age=300',
    },
  })
}

/** The same for paper, as a page: its one script opens the browser's print dialog. */
export function printResponse(html: string, nonce: string): Response {
  const sandbox = 'sandbox allow-scripts allow-modals'
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `${sandbox}; ${nothing(null)}; script-src 'nonce-${nonce}'; frame-ancestors 'none'`,
    },
  })
}
