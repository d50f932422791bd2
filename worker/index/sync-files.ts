import type { MailAccount } from '@/lib/auth/signed-in'
import { storeFileWords, takeWaitingFiles, type WaitingFiles } from '@/lib/db/word-index/files'
import { WordsVector } from '@/lib/db/word-index/words-vector'
import { log } from '@/lib/log'
import { MailError } from '@/lib/mail/errors'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { examineMailbox } from '@/lib/mail/imap/examine-mailbox'
import { fetchItems } from '@/lib/mail/imap/fetch-items'
import { fetchSections } from '@/lib/mail/imap/fetch-section'
import { decodeTransfer } from '@/lib/mail/mime/decode-transfer'
import { describeStructure } from '@/lib/mail/mime/describe-structure'
import type { FileThread } from '@/worker/index/file-thread'
import { readableFiles } from '@/worker/index/readable-files'

/** Messages whose files are read in one turn: files are slow, and their account is not alone. */
const turnMessages = 40

/** The words of a message's files, one file in memory at a time. */
async function fileWords(connection: ImapConnection, uid: number, thread: FileThread): Promise<string> {
  const [message] = await fetchItems(connection, String(uid), ['UID', 'BODYSTRUCTURE'], 'uid')
  const vector = new WordsVector()
  for (const { part, reader } of readableFiles(describeStructure(message?.structure ?? null))) {
    if (vector.full) break
    const found = await fetchSections(connection, uid, [{ section: part.part }])
    const bytes = decodeTransfer(found.get(part.part) ?? Buffer.alloc(0), part.encoding)
    vector.add(await thread.read({ reader, bytes, charset: part.charset }), 'D')
  }
  return vector.toString()
}

async function readOne(connection: ImapConnection, waiting: WaitingFiles, thread: FileThread): Promise<void> {
  const { uidValidity } = await examineMailbox(connection, waiting.path)
  if (uidValidity !== waiting.uidValidity) return
  const words = await fileWords(connection, waiting.uid, thread)
  await storeFileWords(waiting.messageId, words)
}

const isGone = (error: unknown) =>
  error instanceof MailError && ['message-gone', 'mailbox-not-found', 'imap-refused'].includes(error.code)

/**
 * Adds the words of files to messages whose own words are there already; true when more wait.
 * @throws MailError of the connection
 */
export async function syncFiles(
  account: MailAccount,
  connection: ImapConnection,
  thread: FileThread,
): Promise<boolean> {
  const waiting = await takeWaitingFiles(account.accountId, turnMessages)
  for (const one of waiting) {
    try {
      await readOne(connection, one, thread)
    } catch (err) {
      const { code } = err as { code?: unknown }
      const refused = typeof code === 'string' && /^(22|54)/.test(code)
      if (!isGone(err) && !refused) throw err
      log.info({ err, message: one.messageId }, 'the files of a message are not in the index')
      if (refused) await storeFileWords(one.messageId, '')
    }
  }
  return waiting.length === turnMessages
}
