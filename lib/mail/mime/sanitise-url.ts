const linkProtocols = new Set(['http:', 'https:', 'mailto:', 'tel:', 'xmpp:', 'sip:', 'ftp:'])

/** An absolute address a person may follow, as the URL parser of browsers writes it, or null. */
export function cleanLink(value: string): string | null {
  if (value.length > 16_384 || !URL.canParse(value)) return null
  const url = new URL(value)
  return linkProtocols.has(url.protocol) ? url.href : null
}

/** `//host/x` has no scheme in a message and would borrow the page's own: it counts as remote. */
export const isRemote = (value: string): boolean => /^[^!-~]*(https?:|\/\/|\\\\|ftp:)/i.test(value)

/** The Content-ID of a `cid:` address (RFC 2392), decoded, or null. */
export function contentIdOf(value: string): string | null {
  const match = /^\s*cid:([^\s"'<>]{1,500})\s*$/i.exec(value)
  if (match?.[1] === undefined) return null
  try {
    return decodeURIComponent(match[1])
  } catch {
    return match[1]
  }
}

const picture = /^data:image\/(png|jpe?g|gif|webp|bmp);base64,[A-Za-z0-9+/=\s]+$/i

/** A picture inside the address itself. SVG is no picture here: it is a document. */
export const cleanDataPicture = (value: string): string | null => {
  const trimmed = value.trim()
  return trimmed.length <= 3_000_000 && picture.test(trimmed) ? trimmed.replace(/\s+/g, '') : null
}
