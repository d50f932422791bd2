import type { AuthVerdict } from '@/lib/contract/messages'

/**
 * A server that a message passed, by its `Received` field. `witnessed`: the log of a mail host of ours tells of the same
 * hop. Otherwise only the header says so, and a header can be written by anybody. All of it is text to be shown as text.
 */
export type Hop = {
  /** The name the client gave, the one DNS gives its address, and the address. */
  from: { said: string; name: string; address: string }
  by: string
  protocol: string
  tls: string
  id: string
  /** ISO 8601 UTC, as that server's clock had it. */
  at: string | null
  witnessed: boolean
  /** Seconds since the hop before; negative when clocks differ; null when not known. */
  gap: number | null
}

/** A verdict of our own mail host on who sent it; `word` as it wrote it (`softfail`), `identity` the domain it is about. */
export type AuthResult = { method: 'spf' | 'dkim' | 'dmarc'; verdict: AuthVerdict; word: string; identity: string }

/** How a received message came and why it is where it is. */
export type MessageOrigin = {
  /** From the first to the last; at most 50. */
  hops: Hop[]
  /** Null when our mail host did not check it (written by somebody signed in here, or put here by a program). */
  authentication: AuthResult[] | null
  /** Verdicts in the message that are not our mail host's: not believed. */
  ignoredVerdicts: number
  /** What our spam filter found, heaviest first. */
  spam: { score: number; marked: boolean; symbols: { name: string; score: number; options: string }[] } | null
  /** What Sieve did with it, by the log. `rule`: the server's own for spam, one of the person's, or none. */
  filed: { at: string; folder: string; rule: 'spam' | 'own' | 'none' } | null
  /** Names of the person's rules that it met, empty for one without: the one that filed it, and those that did something else. */
  rules: { filed: string | null; others: string[] }
  /** It is not (or no longer) where it was filed. */
  moved: boolean
}
