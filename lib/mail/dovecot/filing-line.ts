/** What Sieve did with a message that LMTP handed over, as Dovecot's log tells it (Pigeonhole 0.5). */
export type FilingFact = {
  at: Date
  user: string
  /** Dovecot's session: LMTP's `250 ... <session> Saved` names it too. */
  session: string
  messageId: string
  action: 'stored' | 'forwarded' | 'discarded' | 'rejected' | 'vacation' | 'failed'
  /** The mailbox for `stored` and `failed`, the address for `forwarded` and `vacation`, else empty. */
  target: string
}

const shape =
  /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)\.(\d{3})\d* lmtp\(([^()\s]+)\)<\d+><([^<>\s]+)>: (?:Info|Error): sieve: msgid=(.*?): (?:[a-z]+ action: )?(\S.*)$/

const actions: [pattern: RegExp, action: FilingFact['action']][] = [
  [/^stored mail into mailbox '(.*)'$/, 'stored'],
  [/^forwarded to <(.*)>$/, 'forwarded'],
  [/^(?:marked message to be )?discarded?()/, 'discarded'],
  [/^rejected message from ()/, 'rejected'],
  [/^sent vacation response to <(.*)>$/, 'vacation'],
  [/^failed to store into mailbox '(.*?)'/, 'failed'],
]

/** Reads one line, or null when it tells of no filing. Times are of the machine's zone. */
export function parseFilingLine(line: string): FilingFact | null {
  const parts = shape.exec(line)
  if (parts === null) return null
  const [year = 0, month = 1, day = 1, hours = 0, minutes = 0, seconds = 0, ms = 0] = parts.slice(1, 8).map(Number)
  const [, , , , , , , , user = '', session = '', messageId = '', text = ''] = parts
  for (const [pattern, action] of actions) {
    const found = pattern.exec(text)
    if (found === null) continue
    const at = new Date(year, month - 1, day, hours, minutes, seconds, ms)
    return { at, user, session, messageId, action, target: found[1] ?? '' }
  }
  return null
}
