import { useState } from 'react'

/** Text a field still holds becomes recipients when Send is pressed with the cursor in it. */
export function useCommits() {
  const [commits] = useState(() => new Set<() => void>())
  const register = (commit: () => void) => {
    commits.add(commit)
    return () => {
      commits.delete(commit)
    }
  }
  const [stable] = useState(() => register)
  return { register: stable, commitAll: () => [...commits].forEach((commit) => void commit()) }
}
