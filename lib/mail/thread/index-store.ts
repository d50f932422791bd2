import type { ThreadIndex } from '@/lib/mail/thread/thread-index'

/**
 * What is kept of one mailbox threaded: its index, the state of the account it was last seen to be current at (empty when
 * not known), whose turn it is to look, whether its links are being read.
 */
export type Kept = { index: ThreadIndex | null; state: string; turn: Promise<unknown>; learning: boolean }

/** Indexes of many accounts, as many as hold so many messages together; those used longest ago are forgotten. */
export class IndexStore {
  readonly #kept = new Map<string, Kept>()
  readonly #limit: number

  constructor(messages: number) {
    this.#limit = messages
  }

  of(key: string): Kept {
    const kept = this.#kept.get(key) ?? { index: null, state: '', turn: Promise.resolve(), learning: false }
    this.#kept.delete(key)
    this.#kept.set(key, kept)
    return kept
  }

  /** Forgets what is too much; the one used last stays, however large. */
  trim(): void {
    // An empty mailbox costs a little too.
    let messages = 0
    for (const { index } of this.#kept.values()) messages += 100 + (index?.size ?? 0)
    for (const [key, { index }] of this.#kept) {
      if (messages <= this.#limit || this.#kept.size === 1) return
      messages -= 100 + (index?.size ?? 0)
      this.#kept.delete(key)
    }
  }
}

/** Waits for those who came before; the function it gives lets the next one in. */
export async function takeTurn(kept: Kept): Promise<() => void> {
  const before = kept.turn
  let done = () => {}
  kept.turn = new Promise<void>((resolve) => {
    done = resolve
  })
  await before
  return done
}
