import type { Task } from '@/bench/tasks/task'

type Query = {
  id: string
  name: string
  /** As typed into Waypost. */
  q: string
  /** As Roundcube's search form sends it. */
  roundcube: { _q: string; _headers: string; _filter?: string }
  imap: string
}

// Each word of the corpus is in a known share of it: "Thursday" in two of five messages, a number of a subject in about
// ten of 100,000.
const headers = 'subject,from'
const queries: Query[] = [
  {
    id: 'common',
    name: 'a common word',
    q: 'Thursday',
    roundcube: { _q: 'Thursday', _headers: headers },
    imap: 'OR HEADER SUBJECT "Thursday" HEADER FROM "Thursday"',
  },
  {
    id: 'rare',
    name: 'a rare word',
    q: '4711',
    roundcube: { _q: '4711', _headers: headers },
    imap: 'OR HEADER SUBJECT "4711" HEADER FROM "4711"',
  },
  {
    id: 'none',
    name: 'no hit',
    q: 'zzqxv',
    roundcube: { _q: 'zzqxv', _headers: headers },
    imap: 'OR HEADER SUBJECT "zzqxv" HEADER FROM "zzqxv"',
  },
  {
    id: 'operators',
    name: 'from: with is:unread',
    q: 'from:alice is:unread',
    roundcube: { _q: 'alice', _headers: 'from', _filter: 'UNSEEN' },
    imap: 'UNSEEN HEADER FROM "alice"',
  },
]

/** What only Waypost is asked: forms of a query that Roundcube has no words for. */
const own: Pick<Query, 'id' | 'name' | 'q'>[] = [
  { id: 'prefix', name: 'a prefix', q: 'soundch*' },
  { id: 'phrase', name: 'a phrase', q: '"doors open at seven"' },
  {
    id: 'worst',
    name: 'many operators',
    q: 'from:alice (invoice OR contract) -has:attachment before:2026/01/01 larger:1K is:read',
  },
]

const waypostSearch = (q: string) => `/api/search?q=${encodeURIComponent(q)}&limit=50`

export const searchTasks: Task[] = [
  ...queries.map(
    (query): Task => ({
      id: `search-${query.id}`,
      name: `search: ${query.name}`,
      atMost: 10,
      waypost: (client) => client.get(waypostSearch(query.q)),
      roundcube: (client) => client.get({ _action: 'search', _mbox: 'INBOX', _scope: 'base', ...query.roundcube }),
      floor: (wire) => wire.timed(`UID SEARCH RETURN (ALL) CHARSET UTF-8 ${query.imap}`),
    }),
  ),
  ...own.map(
    ({ id, name, q }): Task => ({
      id: `search-${id}`,
      name: `search: ${name}`,
      atMost: 10,
      waypost: (client) => client.get(waypostSearch(q)),
    }),
  ),
  {
    // without an index of words the mail host reads every message: seconds
    id: 'search-body',
    name: 'search: a word in bodies',
    atMost: 2,
    waypost: (client) => client.get(waypostSearch('warranty')),
    roundcube: (client) =>
      client.get({ _action: 'search', _mbox: 'INBOX', _scope: 'base', _q: 'warranty', _headers: 'text' }),
    floor: (wire) => wire.timed('UID SEARCH RETURN (ALL) CHARSET UTF-8 TEXT "warranty"'),
  },
]
