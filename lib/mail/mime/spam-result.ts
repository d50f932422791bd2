/** What rspamd found: its score, and the signs it is the sum of. Options are words of the message in part. */
export type SpamResult = {
  score: number
  symbols: { name: string; score: number; options: string }[]
}

const symbolShape = /^([A-Z][A-Z0-9_]{1,80})\((-?\d{1,5}\.\d{1,4})\)\[(.*)\]$/

/** Reads the value of `X-Spamd-Result` (rspamd, module milter_headers), or null when it is none. */
export function parseSpamResult(value: string): SpamResult | null {
  const [head = '', ...rest] = value.split(/;\s*(?=[A-Z][A-Z0-9_]{1,80}\(-?\d)/).map((piece) => piece.trim())
  const score = /^default: (?:True|False) \[(-?\d{1,5}\.\d{1,4}) \/ -?[\d.a-z]{1,10}\]/.exec(head)?.[1]
  if (score === undefined) return null
  const symbols = rest.flatMap((piece) => {
    const parts = symbolShape.exec(piece.replace(/;$/, ''))
    return parts === null ? [] : [{ name: parts[1] ?? '', score: Number(parts[2]), options: parts[3] ?? '' }]
  })
  return { score: Number(score), symbols: symbols.slice(0, 200) }
}
