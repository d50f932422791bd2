/** Rows from `first` up to but not with `end`. */
export type Range = { first: number; end: number }

/** How far a box is scrolled, how high it is, and how high each row, in pixels. */
type Measures = { top: number; box: number; row: number }

/** Drawn above and below what is seen. */
const spare = 12
/** The drawn range moves by so many rows at a time: the list is not drawn anew for each. */
const step = 4

/** The rows seen. */
export const seen = ({ top, box, row }: Measures): Range => ({
  first: Math.floor(top / row),
  end: Math.ceil((top + box) / row),
})

/** The rows drawn: those seen and some more. */
export function rangeOf(measures: Measures): Range {
  const { first, end } = seen(measures)
  return {
    first: Math.max(0, Math.floor((first - spare) / step) * step),
    end: Math.ceil((end + spare) / step) * step,
  }
}

/** The indexes of a range, as far as there are rows. */
export function within({ first, end }: Range, count: number): number[] {
  const length = Math.max(0, Math.min(end, count) - first)
  return Array.from({ length }, (_, i) => first + i)
}
