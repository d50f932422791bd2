/** A part of the search's text, to be selected; null: just type. */
type Part = { start: number; end: number } | null

const listeners = new Set<(part: Part) => void>()

/** Puts the cursor into the search box from elsewhere on the page. */
export const wantSearchBox = (part: Part = null): void => {
  for (const listener of listeners) listener(part)
}

export function onSearchBoxWanted(listener: (part: Part) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
