/** One header field: its name in lower case, its value unfolded (RFC 5322 section 2.2.3). */
export type HeaderField = { name: string; value: string }

const mostFields = 500
const mostCharacters = 8_000

/** The fields of a message's head, in order. Longer ones are cut: what stands in them is a stranger's. */
export function headerFields(head: string): HeaderField[] {
  const unfolded = head.slice(0, 500_000).replace(/\r?\n(?=[ \t])/g, '')
  const fields: HeaderField[] = []
  for (const line of unfolded.split(/\r?\n/)) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon)
    // a name has no white space (RFC 5322 section 2.2): a filter may have read such a line as something else
    if (colon < 1 || /\s/.test(name) || fields.length >= mostFields) continue
    const value = line.slice(colon + 1, colon + 1 + mostCharacters).replace(/\s+/g, ' ')
    fields.push({ name: name.toLowerCase(), value: value.trim() })
  }
  return fields
}

/** Without comments (RFC 5322 section 3.2.2), innermost first, and without quoted strings. */
export function withoutComments(text: string): string {
  let rest = text.replace(/"(?:[^"\\]|\\.){0,500}"/g, ' ')
  for (let depth = 0; depth < 5 && rest.includes('('); depth += 1) rest = rest.replace(/\([^()]{0,1000}\)/g, ' ')
  return rest.replace(/\s+/g, ' ').trim()
}
