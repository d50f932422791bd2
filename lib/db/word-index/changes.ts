import { wordIndex } from '@/lib/db/word-index/pool'

/** A mailbox Dovecot called changed, as of `version`. */
export type ChangedMailbox = { mailbox: string; version: string }

/** Addresses with mailboxes that changed since the index saw them last. */
export async function changedAddresses(): Promise<string[]> {
  const { rows } = await wordIndex().query<{ address: string }>(
    'SELECT DISTINCT address FROM mailbox_states WHERE changed',
  )
  return rows.map(({ address }) => address)
}

export async function changedMailboxes(address: string): Promise<ChangedMailbox[]> {
  const { rows } = await wordIndex().query<ChangedMailbox>(
    'SELECT mailbox, version FROM mailbox_states WHERE address = $1 AND changed',
    [address],
  )
  return rows
}

/** These changes are in the index now. What changed again meanwhile stays changed. */
export async function settleChanges(address: string, changes: ChangedMailbox[]): Promise<void> {
  if (changes.length === 0) return
  await wordIndex().query(
    `UPDATE mailbox_states m SET changed = false
     FROM unnest($2::text[], $3::bigint[]) AS c(mailbox, version)
     WHERE m.address = $1 AND m.mailbox = c.mailbox AND m.version = c.version`,
    [address, changes.map(({ mailbox }) => mailbox), changes.map(({ version }) => version)],
  )
}
