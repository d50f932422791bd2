import { encodePath } from 'imapflow/lib/tools.js'
import { MailError } from '@/lib/mail/errors'
import { execute, type ImapConnection } from '@/lib/mail/imap/connection'
import { fetchItems } from '@/lib/mail/imap/fetch-items'
import { inChunks } from '@/lib/mail/imap/in-chunks'
import { toUidSet, uidsOf } from '@/lib/mail/imap/uid-set'

/** Where moved messages are now: old UID to new UID in a mailbox of this UIDVALIDITY (COPYUID, RFC 4315). */
export type MovedMessages = { uidValidity: number; uids: Map<number, number> }

/**
 * Moves messages of the selected mailbox to `destination` (RFC 6851). Messages that are gone are left out.
 * @throws MailError `imap-refused` with the server's words, `quota-exceeded`, `mailbox-not-found`
 */
export const moveMessages = (connection: ImapConnection, uids: number[], destination: string): Promise<MovedMessages> =>
  transfer(connection, 'UID MOVE', uids, destination)

/** The same, and the messages stay where they are as well. */
export const copyMessages = (connection: ImapConnection, uids: number[], destination: string): Promise<MovedMessages> =>
  transfer(connection, 'UID COPY', uids, destination)

type Command = 'UID MOVE' | 'UID COPY'

async function transfer(connection: ImapConnection, command: Command, uids: number[], destination: string) {
  const chunks = await inChunks(uids, (chunk) => transferOnce(connection, command, chunk, destination))
  const uidValidity = chunks.find((moved) => moved.uidValidity > 0)?.uidValidity ?? 0
  return { uidValidity, uids: new Map(chunks.flatMap((moved) => [...moved.uids])) }
}

const tries = 3

async function transferOnce(
  connection: ImapConnection,
  command: Command,
  uids: number[],
  destination: string,
): Promise<MovedMessages> {
  const moved: MovedMessages = { uidValidity: 0, uids: new Map() }
  if (uids.length === 0) return moved
  // UIDs of messages that are gone are ignored (RFC 9051 section 6.4.9)
  const range = { type: 'SEQUENCE', value: toUidSet(uids) }
  const target = { type: 'ATOM', value: encodePath(connection as never, destination) }
  for (let one = 1; one <= tries; one++) {
    // imapflow's own word for it answers a refusal and a lost connection alike, with `false`
    const answer = await execute(connection, command, [range, target], {
      OK: async (response) => readCopyUid(response, moved),
    })
    readCopyUid(answer, moved)
    if (codeOf(answer)?.[0]?.value !== 'EXPUNGEISSUED') return moved
    // One of them had gone and this session did not know: Dovecot says OK and leaves all of them where they are.
    await connection.noop()
  }
  throw new MailError('imap-unavailable', 'messages went on leaving while they were moved')
}

type Coded = { attributes?: { section?: { value?: unknown }[] }[] }
/** The response code in brackets: its name and what follows. */
const codeOf = (response: unknown) => (response as Coded).attributes?.[0]?.section

/** Reads `[COPYUID 38505 304,319:320 3956:3958]` (RFC 4315): in an untagged OK for MOVE (RFC 6851 section 4.3). */
function readCopyUid(response: unknown, moved: MovedMessages): void {
  const [name, uidValidity, from, to] = codeOf(response) ?? []
  if (name?.value !== 'COPYUID') return
  moved.uidValidity = Number(uidValidity?.value)
  const targets = uidsOf(String(to?.value))
  for (const [index, uid] of uidsOf(String(from?.value)).entries()) moved.uids.set(uid, targets[index] ?? 0)
}

/** Removes messages of the selected mailbox for good (UID EXPUNGE touches no other deleted message). */
export async function expungeMessages(connection: ImapConnection, uids: number[]): Promise<number> {
  const removed = await inChunks(uids, (chunk) => expungeOnce(connection, chunk))
  return removed.reduce((sum, count) => sum + count, 0)
}

async function expungeOnce(connection: ImapConnection, uids: number[]): Promise<number> {
  const present = await fetchItems(connection, uids.join(','), ['UID'], 'uid')
  if (present.length === 0) return 0
  const range = { type: 'SEQUENCE', value: present.map(({ uid }) => uid).join(',') }
  const deleted = [{ type: 'ATOM', value: '\\Deleted' }]
  await execute(connection, 'UID STORE', [range, { type: 'ATOM', value: '+FLAGS.SILENT' }, deleted])
  await execute(connection, 'UID EXPUNGE', [range])
  return present.length
}
