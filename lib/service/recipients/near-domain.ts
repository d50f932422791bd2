/** Letters apart, a swap of neighbours counting once (optimal string alignment), up to `limit`; more is `limit + 1`. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, changed)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) best = Math.min(best, (before[j - 2] ?? 0) + 1)
      row.push(best)
    }
    before = last
    last = row
  }
  return Math.min(last[b.length] ?? 0, limit + 1)
}

/** Domains that many people's friends have. */
const common = [
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
  'yahoo.com',
  'icloud.com',
  'proton.me',
  'protonmail.com',
  'gmx.de',
  'gmx.net',
  'web.de',
  't-online.de',
  'posteo.de',
  'mailbox.org',
]

/** The known domain that `domain` is a slip of the finger away from; null when it is known itself or like none. */
export function nearDomain(domain: string, known: Iterable<string>): string | null {
  const candidates = new Set([...known, ...common])
  if (candidates.has(domain)) return null
  // in a short name two letters are a different name
  const limit = domain.length < 10 ? 1 : 2
  let best: { domain: string; away: number } | null = null
  for (const candidate of candidates) {
    const away = distance(domain, candidate, limit)
    if (away <= limit && (best === null || away < best.away)) best = { domain: candidate, away }
  }
  return best?.domain ?? null
}
