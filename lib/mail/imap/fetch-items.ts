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
    const date = new Date(textOf(token))
    items.arrival = Number.isNaN(date.getTime()) ? null : date
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

/** Reads one untagged FETCH: pairs of a name and a value in a list. */
export function readFetch(response: ImapResponse): FetchedItems {
  const items = empty(Number(response.command))
  const list = response.attributes?.[1]
  if (!isList(list)) return items
  for (let index = 0; index + 1 < list.length; index += 2) {
    readers[textOf(list[index]).toUpperCase()]?.(items, list[index + 1])
  }
  return items
}

/**
 * FETCH or UID FETCH of the given items, in the order of the answer.
 * @param range sequence set (RFC 9051), of UIDs with `by: 'uid'`
 * @param items data item names as on the wire, e.g. `['UID', 'FLAGS', 'PREVIEW']`
 */
export async function fetchItems(
  connection: ImapConnection,
  range: string,
  items: string[],
  by: 'uid' | 'sequence',
): Promise<FetchedItems[]> {
  const found: FetchedItems[] = []
  const atoms = items.map((value) => ({ type: 'ATOM', value }))
  await execute(connection, by === 'uid' ? 'UID FETCH' : 'FETCH', [{ type: 'SEQUENCE', value: range }, atoms], {
    FETCH: async (response) => {
      const message = readFetch(response)
      message.realMailbox = decodePath(connection as never, message.realMailbox)
      if (message.uid > 0) found.push(message)
    },
  })
  return found
}
