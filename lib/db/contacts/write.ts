import { db } from '@/lib/db/client'
import { plain, wordsOf } from '@/lib/db/contacts/words'
import type { Prisma } from '@/lib/db/generated/client'

export type Transaction = Prisma.TransactionClient

/** As the person wrote it; the first address is the one that is written to. */
export type ContactFields = {
  name: string
  organisation: string
  phones: string[]
  note: string
  addresses: string[]
}

/** An account has no more contacts than that. */
export const contactLimit = 20_000

export const keyOf = (address: string): string => address.toLowerCase()

/** Everything that changes an account's contacts does so alone: two at once could make one address two contacts. */
export const changeContacts = <T>(accountId: string, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  db().$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT 1 FROM accounts WHERE id = ${accountId}::uuid FOR NO KEY UPDATE`
      return work(tx)
    },
    { timeout: 60_000, maxWait: 10_000 },
  )

/** What the list is ordered by, and what a contact is found by. */
export function indexOf({ name, organisation, phones, addresses }: ContactFields) {
  const sortKey = plain(name || organisation || addresses[0] || phones[0] || '').slice(0, 200)
  return { sortKey, words: wordsOf([name, organisation, ...phones], addresses) }
}

export const addressRow = (accountId: string, contactId: string, name: string, address: string, position: number) => ({
  accountId,
  contactId,
  key: keyOf(address),
  address,
  position,
  words: wordsOf([name], [address]),
})
