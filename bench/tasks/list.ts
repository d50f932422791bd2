import type { RoundcubeClient } from '@/bench/clients/roundcube-client'
import type { Place, Task } from '@/bench/tasks/task'

const rows = 50
/** Page 100, or the last one of a smaller mailbox: offset of its first row. */
const deep = ({ total }: Place) => Math.min(99, Math.floor((total - 1) / rows)) * rows
/** The same for conversations: there are two for every five messages of the corpus. */
const deepThreads = ({ total }: Place) => Math.min(99, Math.floor((total * 0.4) / rows)) * rows

const waypostList = (mode: 'threads' | 'messages', offset: number) =>
  `/api/threads?mailbox=inbox&mode=${mode}&offset=${offset}&limit=${rows}`

/** What an account's first visit asks for. */
export const coldList = waypostList('threads', 0)

async function roundcubeList(client: RoundcubeClient, threads: boolean, offset: number) {
  await client.showThreads(threads)
  return client.get({ _action: 'list', _mbox: 'INBOX', _page: String(Math.floor(offset / rows) + 1) })
}

const items = '(UID FLAGS INTERNALDATE RFC822.SIZE ENVELOPE BODYSTRUCTURE PREVIEW)'
const fetchRows = (total: number, offset: number) =>
  `FETCH ${Math.max(1, total - offset - rows + 1)}:${total - offset} ${items}`
const threads = 'UID THREAD REFS UTF-8 ALL'

// Roundcube's page and mode stay as they were left: the list it is shipped with comes last
export const listTasks: Task[] = [
  {
    id: 'threads-first',
    name: 'conversation list, first page',
    waypost: (client) => client.get(waypostList('threads', 0)),
    roundcube: (client) => roundcubeList(client, true, 0),
    floor: (wire, { total }) => wire.timed(threads, fetchRows(total, 0)),
  },
  {
    id: 'threads-deep',
    name: 'conversation list, page 100',
    waypost: (client, place) => client.get(waypostList('threads', deepThreads(place))),
    roundcube: (client, place) => roundcubeList(client, true, deepThreads(place)),
    floor: (wire, place) => wire.timed(threads, fetchRows(place.total, deep(place))),
  },
  {
    id: 'list-first',
    name: 'message list, first page',
    waypost: (client) => client.get(waypostList('messages', 0)),
    roundcube: (client) => roundcubeList(client, false, 0),
    floor: (wire, { total }) => wire.timed(fetchRows(total, 0)),
  },
  {
    id: 'list-deep',
    name: 'message list, page 100',
    waypost: (client, place) => client.get(waypostList('messages', deep(place))),
    roundcube: (client, place) => roundcubeList(client, false, deep(place)),
    floor: (wire, place) => wire.timed(fetchRows(place.total, deep(place))),
  },
]
