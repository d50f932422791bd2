import type { StartDraft } from '@/lib/contract/drafts'

type Listener = (intent: StartDraft) => void

const listeners = new Set<Listener>()
const waiting: StartDraft[] = []
const wakers = new Set<() => void>()

/** Asks for a composer: an empty one, an answer, a forward, or a draft to go on with. Kept until somebody listens. */
export function openComposer(intent: StartDraft): void {
  if (listeners.size === 0) {
    waiting.push(intent)
    for (const wake of wakers) wake()
    return
  }
  for (const listener of listeners) listener(intent)
}

/** For the composer host: gets every intent, also those from before it was loaded. Gives what stops it. */
export function onComposerIntent(listener: Listener): () => void {
  listeners.add(listener)
  for (const intent of waiting.splice(0)) listener(intent)
  return () => listeners.delete(listener)
}

/** For the shell: called when an intent waits and the composer is not loaded yet. */
export function onComposerWanted(wake: () => void): () => void {
  wakers.add(wake)
  if (waiting.length > 0) wake()
  return () => wakers.delete(wake)
}
