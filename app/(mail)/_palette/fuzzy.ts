const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/**
 * How well a text fits what is typed; higher is better, null is not at all. Every word typed must be found: as the
 * beginning of a word, inside one, or as letters in order (`gtsn` finds "Go to Sent").
 */
export function fits(query: string, text: string): number | null {
  const words = fold(query).split(/\s+/).filter(Boolean)
  const target = fold(text)
  let score = 0
  for (const word of words) {
    const found = scoreOf(word, target)
    if (found === null) return null
    score += found
  }
  // Of two that fit alike the shorter is meant.
  return score - target.length / 1000
}

function scoreOf(word: string, target: string): number | null {
  const at = target.indexOf(word)
  if (at === 0) return 4
  if (at > 0) return /[\p{L}\p{N}]/u.test(target[at - 1] ?? '') && !target.includes(` ${word}`) ? 2 : 3
  return lettersInOrder(word, target)
}

/** Letters that start words, or follow each other, are worth more. */
function lettersInOrder(word: string, target: string): number | null {
  let from = 0
  let good = 0
  for (const letter of word) {
    const at = target.indexOf(letter, from)
    if (at < 0) return null
    if (at === from || target[at - 1] === ' ') good += 1
    from = at + 1
  }
  return good / word.length
}
