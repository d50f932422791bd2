import { MailError } from '@/lib/mail/errors'
import { execute, type ImapConnection, isList, textOf } from '@/lib/mail/imap/connection'
import { toUidSet } from '@/lib/mail/imap/uid-set'

const atom = (value: string) => ({ type: 'ATOM', value })

type Section = { section: string; start?: number; length?: number }

/** `HEADER.FIELDS (A B)` as the list the command writer wants. */
function sectionTokens(section: string): unknown[] {
  const fields = /^(HEADER\.FIELDS) \((.*)\)$/.exec(section)
  if (fields !== null) return [atom(fields[1] ?? ''), (fields[2] ?? '').split(' ').map(atom)]
  return section === '' ? [] : [atom(section)]
}

type Key = { value?: unknown; section?: unknown } | null | undefined
const sectionName = (key: Key): string => {
  const [first] = Array.isArray(key?.section) ? key.section : []
  return textOf(first).toUpperCase()
}

function readSections(list: unknown[], into: Map<string, Buffer>) {
  for (let index = 0; index + 1 < list.length; index += 2) {
    const key = list[index] as Key
    if (key?.value !== 'BODY') continue
    const value = (list[index + 1] as { value?: unknown } | null)?.value
    into.set(sectionName(key), Buffer.isBuffer(value) ? value : Buffer.from(String(value ?? '')))
  }
}

/**
 * The same sections of many messages of the selected mailbox, without marking any read (BODY.PEEK). Calls `take` with
 * each message's, by name: `''` the whole, `HEADER`, `HEADER.FIELDS (...)` (answered under `HEADER.FIELDS`), `1.2`.
 */
export async function fetchManySections(
  connection: ImapConnection,
  uids: number[],
  sections: Section[],
  take: (uid: number, found: Map<string, Buffer>) => void,
): Promise<void> {
  const items = sections.map(({ section, start = 0, length }) => ({
    type: 'ATOM',
    value: 'BODY.PEEK',
    section: sectionTokens(section),
    ...(length === undefined ? {} : { partial: [start, length] }),
  }))
  await execute(connection, 'UID FETCH', [{ type: 'SEQUENCE', value: toUidSet(uids) }, [atom('UID'), ...items]], {
    FETCH: async (response) => {
      const list = response.attributes?.[1]
      if (!isList(list)) return
      const at = list.findIndex((token) => textOf(token).toUpperCase() === 'UID')
      const found = new Map<string, Buffer>()
      readSections(list, found)
      take(Number(textOf(list[at + 1])), found)
    },
  })
}

/**
 * Sections of one message.
 * @throws MailError `message-gone`
 */
export async function fetchSections(
  connection: ImapConnection,
  uid: number,
  sections: Section[],
): Promise<Map<string, Buffer>> {
  let answer: Map<string, Buffer> | null = null as Map<string, Buffer> | null
  await fetchManySections(connection, [uid], sections, (of, found) => {
    if (of === uid && (answer === null || found.size > 0)) answer = found
  })
  if (answer === null) throw new MailError('message-gone', 'the message is not there any more')
  return answer
}
