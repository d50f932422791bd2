const reasons = ['1-1', '1-2', '2-2', '4-1', '4-2', '4-4', '4-7', '5-1', '7-0', '7-1'] as const

type ReasonKey = `reason.${(typeof reasons)[number] | 'greylisted' | 'other'}`

/** Names the sentence for an enhanced status code (RFC 3463); its class (4 or 5) is the state itself. */
export function reasonKey({ dsn, greylisted }: { dsn: string; greylisted: boolean }): ReasonKey {
  if (greylisted) return 'reason.greylisted'
  const code = reasons.find((one) => dsn.endsWith(`.${one.replace('-', '.')}`))
  return code ? `reason.${code}` : 'reason.other'
}
