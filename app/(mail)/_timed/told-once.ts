const kept = 40

function readTold(storeKey: string): string[] {
  try {
    return JSON.parse(localStorage.getItem(storeKey) ?? '[]') as string[]
  } catch {
    return []
  }
}

/**
 * Whether this browser has not been told of `id` yet; from now on it has. Another window, or the same one after a reload, is not
 * told again.
 */
export function claimTelling(storeKey: string, id: string): boolean {
  const told = readTold(storeKey)
  if (told.includes(id)) return false
  try {
    localStorage.setItem(storeKey, JSON.stringify([...told, id].slice(-kept)))
  } catch {
    // a browser that keeps nothing says it again after a reload
  }
  return true
}
