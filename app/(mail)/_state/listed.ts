/** What a list shows: a mailbox (a view or a label too, by its id), or what a search finds in all of them. */
export type Listed = { kind: 'mailbox'; id: string } | SearchListed
export type SearchListed = { kind: 'search'; q: string; sort: 'newest' | 'best' }

export const mailboxListed = (id: string): Listed => ({ kind: 'mailbox', id })

/** Names a list, for keys and maps. */
export const listedName = (listed: Listed): string =>
  listed.kind === 'mailbox' ? listed.id : `search ${listed.sort} ${listed.q}`

const views = new Set(['all', 'starred', 'snoozed'])

/** The mailbox whose messages a list shows; null where it shows messages of several (views, labels, a search). */
export function realMailbox(listed: Listed): string | null {
  if (listed.kind === 'search' || views.has(listed.id) || listed.id.startsWith('l-')) return null
  return listed.id
}
