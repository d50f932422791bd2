const kept = 20
const keyOf = (account: string) => `waypost-recent-searches:${account}`

/** Searches made in this browser, the newest first. Empty where the browser keeps nothing. */
export function recentSearches(account: string): string[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(keyOf(account)) ?? '[]')
    return Array.isArray(list) ? list.filter((each) => typeof each === 'string').slice(0, kept) : []
  } catch {
    return []
  }
}

export function rememberSearch(account: string, q: string): void {
  const text = q.trim()
  if (text !== '') keep(account, [text, ...recentSearches(account).filter((each) => each !== text)])
}

export const forgetSearch = (account: string, q: string): void =>
  keep(
    account,
    recentSearches(account).filter((each) => each !== q),
  )

function keep(account: string, list: string[]): void {
  try {
    localStorage.setItem(keyOf(account), JSON.stringify(list.slice(0, kept)))
  } catch {
    // forbidden or full: nothing depends on it
  }
}
