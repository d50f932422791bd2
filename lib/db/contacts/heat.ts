const halfLifeDays = 60
const periodMs = halfLifeDays * 24 * 60 * 60 * 1000

/**
 * Rank by use: `log2(sum of 2^(days / 60))` over every time an address was written to, days since 1970. Each time counts half
 * after sixty days. As the sum is of what the times are worth against one another, the order of two addresses stays the same
 * while nobody writes to them, and an index can hold it. Never written to is 0.
 */
export const heatOf = (date: Date): number => Math.max(0, date.getTime()) / periodMs

/** The rank of what both stand for. */
export function addHeat(a: number, b: number): number {
  if (a === 0 || b === 0) return a + b
  return Math.max(a, b) + Math.log2(1 + 2 ** -Math.abs(a - b))
}
