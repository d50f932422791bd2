import type { MailAccount } from '@/lib/auth/signed-in'
import type { MailboxUids } from '@/lib/db/word-index/condition'
import { MailError } from '@/lib/mail/errors'
import { atom, searchUidSet } from '@/lib/mail/imap/search-uid-set'
import { rangesOf } from '@/lib/mail/imap/uid-set'
import type { ScopedMailbox } from '@/lib/service/search/scope'
import { withMailbox } from '@/lib/service/with-mailbox'

/** A flag that is set or not, or a keyword (RFC 9051 section 6.4.4). */
type Flagged = 'UNSEEN' | 'SEEN' | 'FLAGGED' | { keyword: string }

const keysOf = (flagged: Flagged) =>
  typeof flagged === 'string' ? [atom(flagged)] : [atom('KEYWORD'), atom(flagged.keyword)]
const nameOf = (flagged: Flagged) => (typeof flagged === 'string' ? flagged : `KEYWORD ${flagged.keyword}`)

/** Sets of messages by flag, as the server has them at this moment, for one search. */
export class FlagSets {
  readonly #wanted = new Map<string, { flagged: Flagged; sets: MailboxUids[] }>()

  /** Asks for a set; it is empty until `read` is done. */
  want(flagged: Flagged): MailboxUids[] {
    const wanted = this.#wanted.get(nameOf(flagged)) ?? { flagged, sets: [] }
    this.#wanted.set(nameOf(flagged), wanted)
    return wanted.sets
  }

  /** Reads every set asked for: one look into each mailbox. @throws MailError of the connection */
  async read(account: MailAccount, mailboxes: ScopedMailbox[]): Promise<void> {
    if (this.#wanted.size === 0) return
    for (const { path, indexId } of mailboxes) {
      try {
        await withMailbox(account, path, async (connection) => {
          for (const { flagged, sets } of this.#wanted.values()) {
            sets.push({ mailboxId: indexId, runs: rangesOf(await searchUidSet(connection, keysOf(flagged))) })
          }
        })
      } catch (error) {
        // removed meanwhile: nothing of it is found
        if (!(error instanceof MailError && error.code === 'mailbox-not-found')) throw error
      }
    }
  }
}
