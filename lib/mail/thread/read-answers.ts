import { decodePath } from 'imapflow/lib/tools.js'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { executeRaw } from '@/lib/mail/imap/execute-raw'
import { readFetch } from '@/lib/mail/imap/fetch-items'
import { parseNumbers } from '@/lib/mail/imap/parse-numbers'
import { linkFields } from '@/lib/mail/thread/message-links'
import { type ParsedThreads, parseThread } from '@/lib/mail/thread/parse-thread'

const atom = (value: string) => ({ type: 'ATOM', value })
const everything = [atom('UTF-8'), atom('ALL')]

const startsWith = (payload: Buffer, word: Buffer) => payload.subarray(0, word.length).equals(word)
const threadWord = Buffer.from('* THREAD')
const sortWord = Buffer.from('* SORT')

/**
 * Conversations of the selected mailbox, or of these UIDs alone, by THREAD=REFS (REFERENCES of RFC 5256 without its
 * subjects).
 */
export async function readThreads(connection: ImapConnection, uids?: string): Promise<ParsedThreads> {
  const which = uids === undefined ? everything : [atom('UTF-8'), atom('UID'), { type: 'SEQUENCE', value: uids }]
  let parsed: ParsedThreads = { uids: new Uint32Array(0), threads: new Uint32Array(0), count: 0 }
  await executeRaw(connection, 'UID THREAD', [atom('REFS'), ...which], ({ payload }) => {
    if (!startsWith(payload, threadWord)) return false
    parsed = parseThread(payload, threadWord.length)
    return true
  })
  return parsed
}

/** UIDs of the selected mailbox by arrival, oldest first. */
export async function readArrivalOrder(connection: ImapConnection): Promise<Uint32Array> {
  let uids: Uint32Array = new Uint32Array(0)
  await executeRaw(connection, 'UID SORT', [[atom('ARRIVAL')], ...everything], ({ payload }) => {
    if (!startsWith(payload, sortWord)) return false
    uids = parseNumbers(payload, sortWord.length)
    return true
  })
  return uids
}

/** Where a message of a virtual mailbox really is. */
export type RealPlace = { uid: number; path: string; realUid: number }

const plainPlace = /^\* \d+ FETCH \(UID (\d+) X-MAILBOX (?:"([^"\\&]*)"|([^\s"(){}\\&]+)) X-REAL-UID (\d+)\)/

/**
 * Where each message of the selected virtual mailbox really is (Dovecot's X-MAILBOX and X-REAL-UID).
 * @param range sequence set of UIDs
 */
export async function readRealPlaces(
  connection: ImapConnection,
  range: string,
  give: (place: RealPlace) => void,
): Promise<void> {
  const items = [atom('X-MAILBOX'), atom('X-REAL-UID')]
  await executeRaw(
    connection,
    'UID FETCH',
    [{ type: 'SEQUENCE', value: range }, items],
    ({ payload }) => {
      const found = plainPlace.exec(payload.toString('latin1'))
      if (found === null) return false
      give({ uid: Number(found[1]), path: found[2] ?? found[3] ?? '', realUid: Number(found[4]) })
      return true
    },
    {
      // Names that are no plain ASCII: imapflow knows how they are written.
      FETCH: async (response) => {
        const { uid, realMailbox, realUid } = readFetch(response)
        if (realUid > 0) give({ uid, path: decodePath(connection as never, realMailbox), realUid })
      },
    },
  )
}

const headerKey = { type: 'ATOM', value: 'BODY.PEEK', section: [atom('HEADER.FIELDS'), linkFields.map(atom)] }
const uidOfLine = /^\* \d+ FETCH \((?:.* )?UID (\d+) (?:.* )?BODY\[HEADER\.FIELDS [^\]]*\] \{\d+\}/
/** A change of flags that the server has not told yet comes in the same line. */
const flagsInLine = /FLAGS \([^)]*\) ?/
const dateInLine = /[( ]INTERNALDATE "([^"]+)"/

/**
 * The header fields messages are threaded by, and when each message arrived (INTERNALDATE).
 * @param range sequence set of UIDs
 */
export async function readLinkFields(
  connection: ImapConnection,
  range: string,
  give: (uid: number, fields: string, arrival: Date) => void,
): Promise<void> {
  const attributes = [{ type: 'SEQUENCE', value: range }, [atom('INTERNALDATE'), headerKey]]
  await executeRaw(connection, 'UID FETCH', attributes, ({ payload, literals }) => {
    const line = payload.toString('latin1').replace(flagsInLine, '')
    const found = uidOfLine.exec(line)
    const [fields] = literals
    if (found === null || fields === undefined) return false
    give(Number(found[1]), fields.toString('latin1'), new Date(dateInLine.exec(line)?.[1] ?? 0))
    return true
  })
}
