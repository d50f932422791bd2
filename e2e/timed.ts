import { createAccount } from '@/e2e/accounts'
import type { HostName } from '@/e2e/world'
import type { MailAccount } from '@/lib/auth/signed-in'
import { findMailAccount } from '@/lib/db/accounts'
import { fetchItems } from '@/lib/mail/imap/fetch-items'
import { mailboxById } from '@/lib/service/mailbox-directory'
import { messageRef } from '@/lib/service/message-ref'
import { withConnection, withMailbox } from '@/lib/service/with-mailbox'

/** A fresh account as services take it. */
export async function freshAccount(host: HostName = 'blue'): Promise<MailAccount> {
  const { address } = await createAccount(host, 'timed')
  const account = await findMailAccount(address)
  if (account === null) throw new Error('the account that was just made is not there')
  return account
}

type Sketch = { id: string; answers?: string; from?: string; subject?: string; arrival?: Date }

const raw = ({ id, answers, from = 'friend@example.net', subject = id }: Sketch): string =>
  [
    `From: ${from}`,
    'To: me@example.org',
    `Subject: ${subject}`,
    `Message-ID: <${id}@example.net>`,
    ...(answers === undefined ? [] : [`References: <${answers}@example.net>`, `In-Reply-To: <${answers}@example.net>`]),
    '',
    'words',
    '',
  ].join('\r\n')

/** Puts a small message of this Message-ID (without its domain) into a mailbox. */
export const put = (account: MailAccount, sketch: Sketch, path = 'INBOX', flags: string[] = []) =>
  withConnection(account, (connection) => connection.append(path, raw(sketch), flags, sketch.arrival))

/** Many of them, `prefix-1` and on, as the seed command would: several at a time over connections of their own. */
export async function putMany(account: MailAccount, prefix: string, count: number, path = 'INBOX'): Promise<void> {
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  for (let from = 0; from < count; from += 20) {
    await Promise.all(numbers.slice(from, from + 20).map((n) => put(account, { id: `${prefix}-${n}` }, path)))
  }
}

export type Seen = { ref: { mailbox: string; id: string }; id: string; flags: Set<string> }

/** What is in a mailbox (by id), in the order it came: Message-IDs without their domain. */
export async function inMailbox(account: MailAccount, id: string): Promise<Seen[]> {
  const { path } = await mailboxById(account, id)
  return withMailbox(account, path, async (connection) => {
    const { mailbox } = connection
    if (mailbox === false || mailbox.exists === 0) return []
    const found = await fetchItems(connection, '1:*', ['UID', 'FLAGS', 'ENVELOPE'], 'uid')
    return found.map(({ uid, flags, envelope }) => ({
      ref: messageRef(id, mailbox.uidValidity, uid),
      id: (envelope?.messageId ?? '').replace(/^<|@.*$/g, ''),
      // `\\Recent` is of the session that looks, not of the message
      flags: new Set([...flags].filter((flag) => flag !== '\\Recent')),
    }))
  })
}

export const idsIn = async (account: MailAccount, id: string): Promise<string[]> =>
  (await inMailbox(account, id)).map((message) => message.id)

/** Asks again until `fits`. Throws with what was there when it did not fit in time. */
export async function until<T>(ask: () => Promise<T>, fits: (value: T) => boolean, seconds = 30): Promise<T> {
  const end = Date.now() + seconds * 1000
  let last: unknown
  while (Date.now() < end) {
    try {
      const value = await ask()
      if (fits(value)) return value
      last = value
    } catch (error) {
      last = error
    }
    await new Promise((again) => setTimeout(again, 200))
  }
  throw new Error(`still not so after ${seconds} s: ${last instanceof Error ? last.stack : JSON.stringify(last)}`)
}

export const inSeconds = (seconds: number): Date => new Date(Date.now() + seconds * 1000)
