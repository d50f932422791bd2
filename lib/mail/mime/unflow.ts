/** Text of `format=flowed` (RFC 3676) with its paragraphs joined again; quote depth is kept, space stuffing removed. */
export function unflow(text: string, delSp: boolean): string {
  const output: string[] = []
  let open: { depth: number; text: string } | null = null
  for (const raw of text.split(/\r?\n/)) {
    const depth = /^>*/.exec(raw)?.[0].length ?? 0
    const line = raw.slice(depth).replace(/^ /, '')
    const joined: string = open !== null && open.depth === depth ? open.text + line : line
    if (open !== null && open.depth !== depth) output.push(quoted(open.depth, open.text))
    if (line.endsWith(' ') && line !== '-- ') open = { depth, text: delSp ? joined.slice(0, -1) : joined }
    else {
      output.push(quoted(depth, joined))
      open = null
    }
  }
  if (open !== null) output.push(quoted(open.depth, open.text))
  return output.join('\n')
}

const quoted = (depth: number, text: string) => (depth === 0 ? text : `${'>'.repeat(Math.min(depth, 50))} ${text}`)
