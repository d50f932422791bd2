import { execute, type ImapConnection, textOf } from '@/lib/mail/imap/connection'
import { countMessages } from '@/lib/mail/imap/count-messages'
import { countUnseen } from '@/lib/mail/imap/count-unseen'
import { searchKeys } from '@/lib/mail/imap/search-uids'

const atom = (value: string) => ({ type: 'ATOM', value }) as const
const byKeyword = searchKeys.keyword

/** Every keyword the selected mailbox has ever met (FLAGS, RFC 9051 section 7.3.5): also those no message has any more. */
export function knownKeywords(connection: ImapConnection): string[] {
  const { mailbox } = connection
  return mailbox === false ? [] : [...(mailbox.flags ?? [])].filter((flag) => !flag.startsWith('\\'))
}

/** Unread messages of the selected mailbox for each keyword. About 3 ms for one in 100,000 messages. */
export async function countUnseenByKeyword(
  connection: ImapConnection,
  keywords: string[],
): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const keyword of keywords) {
    counts.set(keyword, await countUnseen(connection, byKeyword(keyword)))
  }
  return counts
}

/** Those of the keywords that a message of the selected mailbox has; one search settles a group that none has. */
export async function usedKeywords(connection: ImapConnection, keywords: string[]): Promise<string[]> {
  const [only, ...others] = keywords
  if (only === undefined) return []
  const any = keywords.flatMap((keyword, i) => [...(i < others.length ? [atom('OR')] : []), ...byKeyword(keyword)])
  if ((await countMessages(connection, any)) === 0) return []
  if (others.length === 0) return [only]
  const half = keywords.length >> 1
  const left = await usedKeywords(connection, keywords.slice(0, half))
  return [...left, ...(await usedKeywords(connection, keywords.slice(half)))]
}

/**
 * Takes a keyword off at most `limit` messages of the selected mailbox.
 * @returns how many: `limit` says that there may be more
 */
export async function removeKeyword(connection: ImapConnection, keyword: string, limit: number): Promise<number> {
  let set = ''
  // PARTIAL (RFC 5267 section 4.4): a part of the result, as a compact set
  const part = [atom('PARTIAL'), { type: 'SEQUENCE', value: `1:${limit}` }]
  await execute(connection, 'UID SEARCH', [atom('RETURN'), part, ...byKeyword(keyword)], {
    ESEARCH: async ({ attributes = [] }) => {
      const found = attributes.at(-1)
      if (Array.isArray(found)) set = textOf(found[1])
    },
  })
  if (!/^\d[\d:,]*$/.test(set)) return 0
  const range = { type: 'SEQUENCE', value: set }
  await execute(connection, 'UID STORE', [range, atom('-FLAGS.SILENT'), [atom(keyword)]])
  return sizeOf(set)
}

/** How many numbers a sequence set without `*` names. */
const sizeOf = (set: string): number =>
  set.split(',').reduce((sum, part) => {
    const [from = 0, to = from] = part.split(':').map(Number)
    return sum + to - from + 1
  }, 0)
