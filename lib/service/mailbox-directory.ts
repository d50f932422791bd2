import { createHash } from 'node:crypto'
import type { MailAccount } from '@/lib/auth/signed-in'
import type { MailboxRole } from '@/lib/contract/mailboxes'
import { AppError } from '@/lib/errors'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { type ListedMailbox, listMailboxes, type NamedMailbox } from '@/lib/mail/imap/list-mailboxes'
import { askAgain } from '@/lib/service/ask-again'
import { withConnection } from '@/lib/service/with-mailbox'

/** A mailbox with the id it has in URLs. */
export type KnownMailbox = ListedMailbox & { id: string; role: MailboxRole | null }
type Directory = { mailboxes: KnownMailbox[]; readAt: number }

const freshMilliseconds = 60_000
const shared = globalThis as typeof globalThis & { waypostDirectories?: Map<string, Directory> }
shared.waypostDirectories ??= new Map()
const directories = shared.waypostDirectories

/** The role's name, or for a person's own folder a hash of its path (see `Mailbox.id` in the contract). */
export function mailboxIdOf(mailbox: NamedMailbox): string {
  if (mailbox.use !== null) return mailbox.use
  return `f-${createHash('sha256').update(mailbox.path).digest('base64url').slice(0, 16)}`
}

/** Asks the server for every mailbox and remembers where each is. Who has a connection lent already gives it. */
export async function readDirectory(account: MailAccount, connection?: ImapConnection): Promise<KnownMailbox[]> {
  const listed = await (connection === undefined
    ? askAgain(() => withConnection(account, listMailboxes))
    : listMailboxes(connection))
  const mailboxes = listed.map((mailbox) => ({ ...mailbox, id: mailboxIdOf(mailbox), role: mailbox.use }))
  if (directories.size > 5_000) directories.clear()
  directories.set(account.address, { mailboxes, readAt: Date.now() })
  return mailboxes
}

/** A page asks for several things at once: the first of them reads the directory, and the others wait for it. */
const reading = new Map<string, Promise<KnownMailbox[]>>()

function readOnce(account: MailAccount): Promise<KnownMailbox[]> {
  const { address } = account
  const already = reading.get(address)
  if (already !== undefined) return already
  const read = readDirectory(account).finally(() => reading.delete(address))
  reading.set(address, read)
  return read
}

function remembered({ address }: MailAccount): KnownMailbox[] | null {
  const known = directories.get(address)
  return known !== undefined && Date.now() - known.readAt < freshMilliseconds ? known.mailboxes : null
}

/** Every mailbox as it was at most a minute ago: what is asked at every search need not be asked of the server. */
export async function knownDirectory(account: MailAccount): Promise<KnownMailbox[]> {
  return remembered(account) ?? readOnce(account)
}

async function find(
  account: MailAccount,
  matches: (mailbox: KnownMailbox) => boolean,
  connection?: ImapConnection,
): Promise<KnownMailbox | null> {
  // who holds a connection asks by that one: waiting for another while all are lent would never end
  const known = remembered(account) ?? (connection === undefined ? await readOnce(account) : [])
  // one that is not among them may have been made since
  return known.find(matches) ?? (await readDirectory(account, connection)).find(matches) ?? null
}

/**
 * The mailbox behind an id. Counts in it may be a minute old.
 * @throws AppError `mailbox-not-found`
 */
export async function mailboxById(account: MailAccount, id: string): Promise<KnownMailbox> {
  const mailbox = await find(account, (candidate) => candidate.id === id)
  if (mailbox === null) throw new AppError('mailbox-not-found', 'no mailbox has this id')
  return mailbox
}

/** The mailbox at a path. `connection` is one lent already, if any. @throws AppError `mailbox-not-found` */
export async function mailboxByPath(
  account: MailAccount,
  path: string,
  connection?: ImapConnection,
): Promise<KnownMailbox> {
  const mailbox = await find(account, (candidate) => candidate.path === path, connection)
  if (mailbox === null) throw new AppError('mailbox-not-found', 'no mailbox is at this path')
  return mailbox
}
