/** `NAME;param=value:value` of one content line; the value as it stands there, a character a byte. Names are upper case. */
export type Property = { name: string; params: Map<string, string[]>; value: string }

/** Index of the first `wanted` outside of double quotes; -1 when there is none, or a quote has no end. */
function indexOutsideQuotes(text: string, wanted: string): number {
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (char === '"') quoted = !quoted
    else if (char === wanted && !quoted) return at
  }
  return -1
}

function splitOutsideQuotes(text: string, separator: string): string[] {
  const parts: string[] = []
  let quoted = false
  let from = 0
  for (let at = 0; at <= text.length; at++) {
    if (text[at] === '"') quoted = !quoted
    else if (at === text.length || (text[at] === separator && !quoted)) {
      parts.push(text.slice(from, at))
      from = at + 1
    }
  }
  return parts
}

const encodings = new Set(['QUOTED-PRINTABLE', 'BASE64', 'B', '8BIT', '7BIT'])

/** vCard 2.1 writes `;HOME;QUOTED-PRINTABLE` without saying of what. */
function parameter(part: string): [name: string, values: string[]] {
  const at = part.indexOf('=')
  if (at < 0) return [encodings.has(part.toUpperCase()) ? 'ENCODING' : 'TYPE', [part]]
  const values = splitOutsideQuotes(part.slice(at + 1), ',').map((value) => value.replace(/^"|"$/g, ''))
  return [part.slice(0, at).toUpperCase(), values]
}

/** No property of ours has more; a thousand parameters are a trick. */
const headLimit = 2_000

/** A content line taken apart (RFC 6350 section 3.3); null for what is none. A group (`item1.EMAIL`) is left out. */
export function parseProperty(text: string): Property | null {
  const head = text.slice(0, headLimit)
  const outside = indexOutsideQuotes(head, ':')
  const colon = outside < 0 ? head.indexOf(':') : outside
  if (colon < 0) return null
  const [first = '', ...parts] = splitOutsideQuotes(head.slice(0, colon), ';')
  const name = first
    .slice(first.lastIndexOf('.') + 1)
    .trim()
    .toUpperCase()
  if (!/^[A-Z0-9-]+$/.test(name)) return null
  const params = new Map<string, string[]>()
  for (const part of parts) {
    const [key, values] = parameter(part)
    params.set(key, [...(params.get(key) ?? []), ...values])
  }
  return { name, params, value: text.slice(colon + 1) }
}
