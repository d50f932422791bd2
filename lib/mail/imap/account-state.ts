import { decodePath, encodePath } from 'imapflow/lib/tools.js'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { executeRaw, type RawLine } from '@/lib/mail/imap/execute-raw'
import { virtualRoot } from '@/lib/mail/imap/virtual-path'

/** Where one mailbox stands. An arrival raises `uidNext`; what else changes the set of messages changes `messages`. */
export type MailboxStatus = { messages: number; unseen: number; uidNext: number; uidValidity: number }
export type MailboxState = MailboxStatus & { path: string }

/**
 * Where all mailboxes of an account stand, views left out. While `text` stays the same no message arrived, left, or got
 * other flags (HIGHESTMODSEQ, RFC 7162); `names` are the mailboxes there are, `statuses` those that hold messages, by
 * their names as on the wire.
 */
export type AccountState = { names: string; text: string; statuses: Map<string, MailboxStatus> }

const status = ['MESSAGES', 'UNSEEN', 'UIDNEXT', 'UIDVALIDITY', 'HIGHESTMODSEQ'].map((value) => ({
  type: 'ATOM',
  value,
}))

/** Patterns of the mailboxes within those of the first level, as a connection needed them last. */
const parentsSeen = new WeakMap<ImapConnection, string[]>()

/** One mailbox of LIST as it came: its attributes, its delimiter, its name as on the wire. */
const listLine = /^\* LIST \(([^)]*)\) (?:"(.)"|NIL) (.*)$/s
const statusLine = /^\* STATUS (.*) \(([^()]*)\)$/s

/** A name as on the wire without its quotes; `literal` when it was sent beside the line. */
const nameOf = (text: string, [literal]: Buffer[]) =>
  literal?.toString('latin1') ?? text.replace(/^"(.*)"$/s, '$1').replaceAll(/\\(["\\])/g, '$1')

/** The items of one STATUS, `MESSAGES 3 UNSEEN 1 ...`. */
function toStatus(items: string): MailboxStatus {
  const words = items.split(' ')
  const numberOf = (name: string) => (words.includes(name) ? Number(words[words.indexOf(name) + 1]) : 0)
  const [messages, unseen] = [numberOf('MESSAGES'), numberOf('UNSEEN')]
  return { messages, unseen, uidNext: numberOf('UIDNEXT'), uidValidity: numberOf('UIDVALIDITY') }
}

type Reading = { names: string[]; states: string[]; parents: string[]; statuses: Map<string, MailboxStatus> }

function take({ payload, literals }: RawLine, reading: Reading): boolean {
  const line = payload.toString('latin1')
  const state = statusLine.exec(line)
  if (state !== null) {
    const [name, items = ''] = [nameOf(state[1] ?? '', literals), state[2]]
    reading.states.push(`${name} ${items}`)
    reading.statuses.set(name, toStatus(items))
    return true
  }
  const listed = listLine.exec(line)
  if (listed === null) return false
  const [, attributes = '', delimiter = '/', text = ''] = listed
  const name = nameOf(text, literals)
  reading.names.push(`${delimiter}${name}`)
  // the other attributes come and go with new mail
  if (attributes.includes('\\HasChildren') && !name.includes(delimiter) && name !== virtualRoot)
    reading.parents.push(`${name}${delimiter}*`)
  return true
}

/** LIST of these patterns with STATUS of each (RFC 5258, RFC 5819). */
async function read(connection: ImapConnection, patterns: string[]): Promise<Reading> {
  const reading: Reading = { names: [], states: [], parents: [], statuses: new Map() }
  const returned = [{ type: 'ATOM', value: 'CHILDREN' }, { type: 'ATOM', value: 'STATUS' }, status]
  const attributes = ['', patterns, { type: 'ATOM', value: 'RETURN' }, returned]
  await executeRaw(connection, 'LIST', attributes, (line) => take(line, reading))
  return reading
}

/**
 * Asks where every mailbox stands, by one command. Views are not asked for: their STATUS looks into all they show, so
 * the patterns name everything beside them.
 * @throws MailError of the connection
 */
export async function readAccountState(connection: ImapConnection): Promise<AccountState> {
  let known = parentsSeen.get(connection) ?? []
  for (;;) {
    const { names, states, parents, statuses } = await read(connection, ['%', ...known])
    parentsSeen.set(connection, parents)
    const before = known
    if (parents.every((parent) => before.includes(parent)))
      return { names: names.join('\n'), text: states.join('\n'), statuses }
    known = parents
  }
}

/** What the state says of the mailbox at `path` (decoded). */
export const statusOf = (connection: ImapConnection, { statuses }: AccountState, path: string): MailboxStatus | null =>
  statuses.get(encodePath(connection as never, path)) ?? null

/**
 * Where every mailbox that holds messages itself stands.
 * @throws MailError of the connection
 */
export async function mailboxStates(connection: ImapConnection): Promise<MailboxState[]> {
  const { statuses } = await readAccountState(connection)
  return [...statuses].map(([name, status]) => ({ path: decodePath(connection as never, name), ...status }))
}
