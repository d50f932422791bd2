/** How long one request works on many messages before it answers: far below what proxies and people wait. */
const budgetMilliseconds = 8_000

/** Says when a request should stop and answer how far it came. */
export function timeBudget(): { isSpent: () => boolean } {
  const until = Date.now() + budgetMilliseconds
  return { isSpent: () => Date.now() > until }
}
