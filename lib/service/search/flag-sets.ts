import type { MailAccount } from '@/lib/auth/signed-in'
import type { MailboxUids } from '@/lib/db/word-index/condition'
import { MailError } from '@/lib/mail/errors'
import { statusOf } from '@/lib/mail/imap/account-state'
import { RecentMap } from '@/lib/mail/imap/recent-map'
import { atom, searchUidSet } from '@/lib/mail/imap/search-uid-set'
import { stateSeen } from '@/lib/mail/imap/select-mailbox'
import { rangesOf, type UidSet } from '@/lib/mail/imap/uid-set'
import { mailboxById } from '@/lib/service/mailbox-directory'
import type { ScopedMailbox } from '@/lib/service/search/scope'
import { withMailbox } from '@/lib/service/with-mailbox'

/** A flag that is set or not, or a keyword (RFC 9051 section 6.4.4). */
type Flagged = 'UNSEEN' | 'SEEN' | 'FLAGGED' | { keyword: string }

const keysOf = (flagged: Flagged) =>
  typeof flagged === 'string' ? [atom(flagged)] : [atom('KEYWORD'), atom(flagged.keyword)]
const nameOf = (flagged: Flagged) => (typeof flagged === 'string' ? flagged : `KEYWORD ${flagged.keyword}`)

/** Sets as they were found, by where their mailbox stood. At most 100 MB; most are a few bytes. */
const found = new RecentMap<{ stamp: string; set: UidSet }>(400)
const keptLength = 256 * 1024

/** The sets of one mailbox, in the order of `wanted`: those known of it as it stands (`stamp`), the others asked for. */
async function readSets(
  account: MailAccount,
  path: string,
  stamp: string | null,
  wanted: Flagged[],
): Promise<UidSet[]> {
  const keyOf = (flagged: Flagged) => `${account.address}\n${nameOf(flagged)}\n${path}`
  const known = wanted.map((flagged) => found.get(keyOf(flagged)))
  const fits = known.flatMap((one) => (one !== undefined && one.stamp === stamp ? [one.set] : []))
  if (fits.length === wanted.length) return fits
  const sets = await withMailbox(account, path, async (connection) => {
    const read: UidSet[] = []
    for (const flagged of wanted) read.push(await searchUidSet(connection, keysOf(flagged)))
    return read
  }).catch((error: unknown) => {
    // removed meanwhile: nothing of it is found
    if (error instanceof MailError && error.code === 'mailbox-not-found') return wanted.map(() => '')
    throw error
  })
  for (const [at, flagged] of wanted.entries()) {
    const set = sets[at] ?? ''
    if (stamp !== null && set.length <= keptLength) found.set(keyOf(flagged), { stamp, set })
  }
  return sets
}

/** Sets of messages by flag, as the server has them at this moment, for one search. */
export class FlagSets {
  readonly #wanted = new Map<string, { flagged: Flagged; sets: MailboxUids[] }>()

  /** Asks for a set; it is empty until `read` is done. */
  want(flagged: Flagged): MailboxUids[] {
    const wanted = this.#wanted.get(nameOf(flagged)) ?? { flagged, sets: [] }
    this.#wanted.set(nameOf(flagged), wanted)
    return wanted.sets
  }

  /**
   * Reads every set asked for: one look at where the account stands, and one into each mailbox that changed since it was
   * last looked into. @throws MailError of the connection
   */
  async read(account: MailAccount, mailboxes: ScopedMailbox[]): Promise<void> {
    if (this.#wanted.size === 0) return
    // by way of the view, which the rows of what is found are read from next
    const { path: view } = await mailboxById(account, 'all')
    const statusAt = await withMailbox(account, view, async (connection) => {
      const state = stateSeen(connection)
      return new Map(mailboxes.map(({ path }) => [path, state && statusOf(connection, state, path)]))
    })
    const wanted = [...this.#wanted.values()]
    for (const { path, indexId } of mailboxes) {
      const status = statusAt.get(path) ?? null
      if (status?.messages === 0) continue
      const sets = await readSets(
        account,
        path,
        status?.stamp ?? null,
        wanted.map(({ flagged }) => flagged),
      )
      for (const [at, one] of wanted.entries()) one.sets.push({ mailboxId: indexId, runs: rangesOf(sets[at] ?? '') })
    }
  }
}
