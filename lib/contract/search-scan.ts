/** A piece of a typed search; offsets in UTF-16 units. */
export type SearchToken = { start: number; end: number } & (
  | { kind: 'word' | 'quoted'; text: string }
  /** `text` is all of it; `value` what stands right behind the colon, null when a quote or a bracket follows there. */
  | { kind: 'operator'; text: string; name: string; value: string | null }
  | { kind: 'open'; bracket: Bracket }
  | { kind: 'close'; bracket: Bracket }
  | { kind: 'joiner'; word: 'OR' | 'AND' }
  | { kind: 'minus' }
  /** A quote that is never closed. */
  | { kind: 'stray-quote' }
)
export type Bracket = 'round' | 'curly'

const opens: Record<string, Bracket> = { '(': 'round', '{': 'curly' }
const closes: Record<string, Bracket> = { ')': 'round', '}': 'curly' }

const blanks = /[\s\p{Cc}]+/u
const chunk = /[^\s\p{Cc}"(){}]+/uy
const blank = /[\s\p{Cc}]/u
// Phones set typographic quotes by themselves. Each is one unit, so places stay.
const typographicQuotes = /[“”„‟]/g

const folded = (text: string): string => text.split(blanks).filter(Boolean).join(' ')

/** Splits a typed search into tokens. Every unit of the text is in exactly one token or between two. */
export function scanSearch(typed: string): SearchToken[] {
  const text = typed.toWellFormed().replace(typographicQuotes, '"')
  const tokens: SearchToken[] = []
  for (let at = 0; at < text.length; ) {
    if (blank.test(text.charAt(at))) {
      at += 1
      continue
    }
    const token = tokenAt(text, at, tokens.at(-1))
    tokens.push(token)
    at = token.end
  }
  return tokens
}

function tokenAt(text: string, start: number, before: SearchToken | undefined): SearchToken {
  const char = text.charAt(start)
  const end = start + 1
  const opened = opens[char]
  if (opened) return { kind: 'open', bracket: opened, start, end }
  const closed = closes[char]
  if (closed) return { kind: 'close', bracket: closed, start, end }
  if (char === '"') return quotedAt(text, start)
  if (char === '-' && isStartOfTerm(text.charAt(end))) return { kind: 'minus', start, end }
  chunk.lastIndex = start
  const found = chunk.exec(text)?.[0] ?? char
  return chunkToken(text, start, found, before)
}

const isStartOfTerm = (next: string): boolean => next !== '' && !blank.test(next) && closes[next] === undefined

function quotedAt(text: string, start: number): SearchToken {
  const close = text.indexOf('"', start + 1)
  if (close < 0) return { kind: 'stray-quote', start, end: start + 1 }
  return { kind: 'quoted', text: folded(text.slice(start + 1, close)), start, end: close + 1 }
}

function chunkToken(text: string, start: number, found: string, before: SearchToken | undefined): SearchToken {
  const end = start + found.length
  const negated = before?.kind === 'minus' && before.end === start
  if ((found === 'OR' || found === 'AND') && !negated) return { kind: 'joiner', word: found, start, end }
  const colon = /^[a-z_-]+:/i.exec(found)?.[0]
  if (!colon) return { kind: 'word', text: found, start, end }
  const name = colon.slice(0, -1).toLowerCase()
  const value = found.slice(colon.length)
  const bracketed = value === '' && /["({]/.test(text.charAt(end))
  return { kind: 'operator', text: found, name, value: bracketed ? null : value, start, end }
}
