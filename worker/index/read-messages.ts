import type { ReadMessage } from '@/lib/db/word-index/places'
import { WordsVector } from '@/lib/db/word-index/words-vector'
import { log } from '@/lib/log'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { type FetchedItems, fetchItems } from '@/lib/mail/imap/fetch-items'
import { fetchManySections } from '@/lib/mail/imap/fetch-section'
import { toUidSet } from '@/lib/mail/imap/uid-set'
import { decodePart, type TextPart } from '@/lib/mail/mime/decode-part'
import { describeStructure, isInline, type MessageParts } from '@/lib/mail/mime/describe-structure'
import { htmlToText } from '@/lib/mail/mime/html-to-text'
import { textParts, writeShape } from '@/lib/mail/mime/text-shape'
import { readableFiles } from '@/worker/index/readable-files'

/** Bytes of one text part that are read; of text in one FETCH; tries given to a message's files. */
const partBytes = 512 * 1024
const fetchBytes = 8 * 1024 * 1024
const fileTries = 3

const items = ['UID', 'X-GUID', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE', 'BODYSTRUCTURE']

type Message = { items: FetchedItems; parts: MessageParts; texts: TextPart[]; bytes: Map<string, Buffer> }

/** Messages whose text is under the same part numbers, in groups of bounded size: one FETCH each. */
function groupByParts(messages: Message[]): Message[][] {
  const open = new Map<string, { group: Message[]; bytes: number }>()
  const groups: Message[][] = []
  for (const message of messages) {
    const key = message.texts.map(({ part }) => part).join(' ')
    if (key === '') continue
    const bytes = Math.min(message.items.size, partBytes * message.texts.length)
    const known = open.get(key)
    if (known !== undefined && known.bytes + bytes <= fetchBytes) {
      known.group.push(message)
      known.bytes += bytes
      continue
    }
    const group = [message]
    groups.push(group)
    open.set(key, { group, bytes })
  }
  return groups
}

async function fetchTexts(connection: ImapConnection, messages: Message[]): Promise<void> {
  const byUid = new Map(messages.map((message) => [message.items.uid, message]))
  for (const group of groupByParts(messages)) {
    const sections = (group[0]?.texts ?? []).map(({ part }) => ({ section: part, start: 0, length: partBytes }))
    const uids = group.map((message) => message.items.uid)
    await fetchManySections(connection, uids, sections, (uid, found) => {
      const message = byUid.get(uid)
      if (message !== undefined) message.bytes = found
    })
  }
}

type People = { name?: string; address?: string }[] | undefined
const peopleText = (people: People) =>
  (people ?? [])
    .slice(0, 1000)
    .map(({ name = '', address = '' }) => `${name} ${address}`)
    .join(' , ')

function addHeaders(vector: WordsVector, { items: { envelope }, parts }: Message) {
  vector.add(envelope?.subject ?? '', 'A')
  vector.add(peopleText(envelope?.from), 'B', 'from')
  vector.add(peopleText([...(envelope?.to ?? []), ...(envelope?.bcc ?? [])]), 'B', 'to')
  vector.add(peopleText(envelope?.cc), 'B', 'cc')
  for (const { part } of parts.files.slice(0, 200)) if (part.name !== '') vector.add(part.name, 'C', 'file')
}

function addTexts(vector: WordsVector, { texts, bytes }: Message) {
  for (const part of texts) {
    const found = bytes.get(part.part)
    if (found === undefined) continue
    const text = decodePart(part, found)
    vector.add(part.type === 'text/html' ? htmlToText(text, 200) : text, 'D')
  }
}

/** The words of one message; what of it cannot be read is left out, never the message. */
function wordsOf(message: Message): string {
  const vector = new WordsVector()
  try {
    addHeaders(vector, message)
    addTexts(vector, message)
  } catch (err) {
    log.warn({ err, uid: message.items.uid }, 'a message could not be read to its end')
  }
  return vector.toString()
}

function toRead(message: Message): ReadMessage {
  const { uid, guid, size, arrival } = message.items
  const { files } = message.parts
  return {
    uid,
    guid,
    size,
    arrived: arrival ?? new Date(0),
    attached: files.some((file) => !isInline(file, message.parts)),
    shape: writeShape(message.texts),
    fileTries: readableFiles(message.parts).length > 0 ? fileTries : 0,
    words: wordsOf(message),
  }
}

/** Messages of the selected mailbox as the index keeps them. Those that are gone meanwhile are left out. */
export async function readMessages(connection: ImapConnection, uids: number[]): Promise<ReadMessage[]> {
  const fetched = await fetchItems(connection, toUidSet(uids), items, 'uid')
  const messages = fetched.map((one): Message => {
    const parts = describeStructure(one.structure)
    return { items: one, parts, texts: textParts(parts), bytes: new Map() }
  })
  await fetchTexts(connection, messages)
  return messages.map(toRead)
}
