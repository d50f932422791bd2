import type { ImapResponse, MessageEnvelopeObject, MessageStructureObject } from 'imapflow'
import { decodePath, parseBodystructure, parseEnvelope } from 'imapflow/lib/tools.js'
import { execute, type ImapConnection, isList, textOf } from '@/lib/mail/imap/connection'

/** What FETCH answered for one message; only what was asked for is set. */
export type FetchedItems = {
  sequence: number
  uid: number
  flags: Set<string>
  size: number
  arrival: Date | null
  /** When it was stored in the mailbox it is in (SAVEDATE, RFC 8514). */
  saved: Date | null
  preview: string
  envelope: MessageEnvelopeObject | null
  structure: MessageStructureObject | null
  /** The structure was deeper than the parser goes (a bomb): it is not known. */
  structureCut: boolean
  /** Real mailbox and UID of a message seen through a virtual mailbox (Dovecot's X-MAILBOX, X-REAL-UID). */
  realMailbox: string
  realUid: number
  /** Dovecot's X-GUID: names the message, wherever it is moved. */
  guid: string
}

const empty = (sequence: number): FetchedItems => ({
  sequence,
  uid: 0,
  flags: new Set(),
  size: 0,
  arrival: null,
  saved: null,
  preview: '',
  envelope: null,
  structure: null,
  structureCut: false,
  realMailbox: '',
  realUid: 0,
  guid: '',
})

type Token = Parameters<typeof textOf>[0]
type Reader = (items: FetchedItems, token: Token) => void

function dateOf(token: Token): Date | null {
  const date = new Date(textOf(token))
  return Number.isNaN(date.getTime()) ? null : date
}

const readers: Record<string, Reader> = {
  UID: (items, token) => {
    items.uid = Number(textOf(token))
  },
  FLAGS: (items, token) => {
    if (isList(token)) items.flags = new Set(token.map(textOf))
  },
  'RFC822.SIZE': (items, token) => {
    items.size = Number(textOf(token))
  },
  INTERNALDATE: (items, token) => {
    items.arrival = dateOf(token)
  },
  SAVEDATE: (items, token) => {
    items.saved = dateOf(token)
  },
  PREVIEW: (items, token) => {
    items.preview = textOf(token)
  },
  ENVELOPE: (items, token) => {
    if (isList(token)) items.envelope = parseEnvelope(token)
  },
  BODYSTRUCTURE: (items, token) => {
    if (isList(token)) items.structure = parseBodystructure(token)
    else items.structureCut = true
  },
  'X-MAILBOX': (items, token) => {
    items.realMailbox = textOf(token)
  },
  'X-REAL-UID': (items, token) => {
    items.realUid = Number(textOf(token))
  },
  'X-GUID': (items, token) => {
    items.guid = textOf(token)
  },
}

type Answer = { items: FetchedItems; names: Set<string> }

function readAnswer(response: ImapResponse): Answer {
  const answer: Answer = { items: empty(Number(response.command)), names: new Set() }
  const list = response.attributes?.[1]
  if (!isList(list)) return answer
  for (let index = 0; index + 1 < list.length; index += 2) {
    const name = textOf(list[index]).toUpperCase()
    answer.names.add(name)
    readers[name]?.(answer.items, list[index + 1])
  }
  return answer
}

/** Reads one untagged FETCH: pairs of a name and a value in a list. */
export const readFetch = (response: ImapResponse): FetchedItems => readAnswer(response).items

/**
 * Dovecot answers for a message that has just gone, or that a view does not reach yet, as if it were there and empty
 * (`OK [EXPUNGEISSUED]`). No real message has no bytes.
 */
const isShell = (message: FetchedItems, names: Set<string>) => names.has('RFC822.SIZE') && message.size === 0

/** Whether a sequence set without end names a number; with an end that is not known (`*`) it may be any. */
function inRange(range: string): (value: number) => boolean {
  if (range.includes('*')) return () => true
  const pairs = range.split(',').map((part) => part.split(':').map(Number))
  return (value) => pairs.some(([first = 0, last = first]) => first <= value && value <= last)
}

/**
 * FETCH or UID FETCH of the given items, in the order of the answer. What the server says in between of changes made
 * elsewhere (RFC 9051 section 7.5.2: flags alone, of any message) is no answer; of a message asked for it is news.
 * @param range sequence set (RFC 9051), of UIDs with `by: 'uid'`
 * @param items data item names as on the wire, e.g. `['UID', 'FLAGS', 'PREVIEW']`
 */
export async function fetchItems(
  connection: ImapConnection,
  range: string,
  items: string[],
  by: 'uid' | 'sequence',
): Promise<FetchedItems[]> {
  const found = new Map<number, FetchedItems>()
  const isAsked = inRange(range)
  const atoms = items.map((value) => ({ type: 'ATOM', value }))
  await execute(connection, by === 'uid' ? 'UID FETCH' : 'FETCH', [{ type: 'SEQUENCE', value: range }, atoms], {
    FETCH: async (response) => {
      const { items: message, names } = readAnswer(response)
      if (message.uid === 0 || !isAsked(by === 'uid' ? message.uid : message.sequence)) return
      const known = found.get(message.uid)
      if (known && names.has('FLAGS')) known.flags = message.flags
      if (known || !items.every((name) => names.has(name)) || isShell(message, names)) return
      message.realMailbox = decodePath(connection as never, message.realMailbox)
      found.set(message.uid, message)
    },
  })
  return [...found.values()]
}
