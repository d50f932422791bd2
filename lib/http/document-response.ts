/** Nothing is loaded, whatever the HTML says; pictures only from the document itself. */
const nothing = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"

/**
 * A stranger's HTML as a document without an origin: no script but the one with our nonce, no cookie, no request.
 * These headers alone would do; that the HTML is clean is the second wall.
 */
export function frameResponse(html: string, nonce: string): Response {
  const sandbox = 'sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox'
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `${sandbox}; ${nothing}; script-src 'nonce-${nonce}'; frame-ancestors 'self'`,
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
      'content-security-policy': `${sandbox}; ${nothing}; script-src 'nonce-${nonce}'; frame-ancestors 'none'`,
    },
  })
}
