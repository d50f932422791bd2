const blankLine = Buffer.from('\r\n\r\n')

/** Where the header of a message ends: the line end of its last field is part of it. */
function headerEnd(message: Buffer): number {
  const at = message.indexOf(blankLine)
  return at < 0 ? message.length : at + 2
}

/** The fields of a header, each with its folded lines and its line end (RFC 5322 section 2.2.3). */
const fieldsOf = (header: string): string[] => header.match(/[^\r\n][^\r\n]*\r\n(?:[ \t][^\r\n]*\r\n)*/g) ?? []

/**
 * A message with some fields of its header changed: `change` is given each (name in lower case, whole text) and gives what
 * stands there instead; an empty text takes it away.
 */
export function changeFields(message: Buffer, change: (name: string, field: string) => string): Buffer {
  const end = headerEnd(message)
  // latin1 keeps every byte as it is
  const fields = fieldsOf(message.toString('latin1', 0, end))
  const changed = fields.map((field) => change(field.slice(0, field.indexOf(':')).toLowerCase(), field)).join('')
  return Buffer.concat([Buffer.from(changed, 'latin1'), message.subarray(end)])
}
