import { parseFilingLine } from '@/lib/mail/dovecot/filing-line'
import type { FactRows } from '@/worker/mailhost/fact-rows'

/** Turns the log of one mail host's Dovecot into events of kind `filed`: where Sieve put what LMTP handed over. */
export class FilingCollector {
  readonly rows: FactRows = { messages: [], events: [] }
  readonly #hostId: string

  constructor(hostId: string) {
    this.#hostId = hostId
  }

  add(line: string): void {
    const fact = parseFilingLine(line)
    if (fact === null) return
    const { at, user, session, messageId, action, target } = fact
    this.rows.events.push({
      host_id: this.#hostId,
      queue_id: null,
      kind: 'filed',
      recipient: user.toLowerCase(),
      at: at.toISOString(),
      fact: { session, messageId, action, target },
    })
  }
}
