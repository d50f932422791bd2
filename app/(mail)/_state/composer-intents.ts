import type { StartDraft } from '@/lib/contract/drafts'

/** Where an answer is written: in a window of its own, or in the flow of the conversation it belongs to. */
export type ComposerPlace = 'window' | 'conversation'

type Listener = (intent: StartDraft, place: ComposerPlace) => void

const listeners = new Set<Listener>()
const waiting: Parameters<Listener>[] = []
const wakers = new Set<() => void>()

/** Asks for a composer: an empty one, an answer, a forward, or a draft to go on with. Kept until somebody listens. */
export function openComposer(intent: StartDraft, place: ComposerPlace = 'window'): void {
  if (listeners.size === 0) {
    waiting.push([intent, place])
    for (const wake of wakers) wake()
    return
  }
  for (const listener of listeners) listener(intent, place)
}

/** For the composer host: gets every intent, also those from before it was loaded. Gives what stops it. */
export function onComposerIntent(listener: Listener): () => void {
  listeners.add(listener)
  for (const asked of waiting.splice(0)) listener(...asked)
  return () => listeners.delete(listener)
}

/** For the shell: called when an intent waits and the composer is not loaded yet. */
export function onComposerWanted(wake: () => void): () => void {
  wakers.add(wake)
  if (waiting.length > 0) wake()
  return () => wakers.delete(wake)
}
