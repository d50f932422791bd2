/** Runs of UIDs, [first, last], as PostgreSQL's int8multirange and back. */
type Runs = [first: number, last: number][]

export const toMultirange = (runs: Runs): string => `{${runs.map(([first, last]) => `[${first},${last}]`).join(',')}}`

/** Reads the canonical form, `{[1,3),[5,6)}`: upper bounds are not in the run. */
export function readMultirange(text: string): Runs {
  return [...text.matchAll(/\[(\d+),(\d+)\)/g)].map(([, first, end]) => [Number(first), Number(end) - 1])
}
