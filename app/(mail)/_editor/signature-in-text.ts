/** The text with another signature: in place of the old one at its end, or behind what has none. */
export function exchangeInText(text: string, old: string, next: string): string {
  const before = text.trimEnd()
  if (old !== '' && !before.endsWith(old)) return text
  const rest = old === '' ? before : before.slice(0, -old.length).trimEnd()
  return next === '' ? rest : `${rest}\n\n${next}`
}
