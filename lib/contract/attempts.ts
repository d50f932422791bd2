/**
 * A try to write to one of the account's addresses that did not reach a mailbox. `refused`: the server on the other side
 * was told no for good. `put-off`: told to come again later (greylisting, a mailbox that cannot be written to now).
 * `returned`: taken, then sent back. Names and words are strangers' in part: text to be shown as text.
 */
export type Attempt = {
  at: string
  outcome: 'refused' | 'put-off' | 'returned'
  recipient: string
  /** Envelope sender; empty for notices. */
  sender: string
  /** Who tried; null when it was in our own queue already. */
  client: { name: string; address: string } | null
  /** What our server answered, word for word. */
  words: string
}

/** Newest first, at most 200, of the last `days` days. */
export type AttemptList = { days: number; attempts: Attempt[] }
