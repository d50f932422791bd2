import { refKey } from '@/app/(mail)/_state/query-keys'
import type { MessageRef } from '@/lib/contract/messages'

/** What stands in the column of a conversation: a message, or a line for many that are folded away. */
export type Piece<M> = { kind: 'message'; message: M } | { kind: 'hidden'; messages: M[] }

/** Fewer than these are not worth a line of their own. */
const hiddenAtLeast = 2

/**
 * The messages of a conversation, oldest first, with the middle of long runs of folded ones put away. The first and the
 * last of a run stay: they say how it began and what was answered.
 */
export function piecesOf<M extends { ref: MessageRef }>(
  messages: M[],
  isOpen: (message: M) => boolean,
  isRevealed: (key: string) => boolean,
): Piece<M>[] {
  const pieces: Piece<M>[] = []
  let run: M[] = []
  const endRun = () => {
    pieces.push(...foldedRun(run, isRevealed))
    run = []
  }
  for (const message of messages) {
    if (!isOpen(message)) {
      run.push(message)
      continue
    }
    endRun()
    pieces.push({ kind: 'message', message })
  }
  endRun()
  return pieces
}

function foldedRun<M extends { ref: MessageRef }>(run: M[], isRevealed: (key: string) => boolean): Piece<M>[] {
  const single = (message: M): Piece<M> => ({ kind: 'message', message })
  const middle = run.slice(1, -1)
  const [first] = run
  const last = run.at(-1)
  if (!first || !last || middle.length < hiddenAtLeast || middle.some(({ ref }) => isRevealed(refKey(ref)))) {
    return run.map(single)
  }
  return [single(first), { kind: 'hidden', messages: middle }, single(last)]
}
