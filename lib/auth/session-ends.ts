import { listen } from '@/lib/db/listen'

type Ended = () => void
const shared = globalThis as typeof globalThis & { waypostSessionEnds?: Map<string, Set<Ended>> }

function waiting(): Map<string, Set<Ended>> {
  if (!shared.waypostSessionEnds) {
    const fresh = new Map<string, Set<Ended>>()
    shared.waypostSessionEnds = fresh
    listen('session_ended', (id) => {
      for (const ended of fresh.get(id) ?? []) ended()
    })
  }
  return shared.waypostSessionEnds
}

/** Calls `ended` when the session is revoked, by whichever process, until the returned function is called. */
export function onSessionEnd(sessionId: string, ended: Ended): () => void {
  const all = waiting()
  const mine = all.get(sessionId) ?? new Set()
  all.set(sessionId, mine.add(ended))
  return () => {
    mine.delete(ended)
    if (mine.size === 0 && all.get(sessionId) === mine) all.delete(sessionId)
  }
}
