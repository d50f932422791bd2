import { MailError } from '@/lib/mail/errors'

/**
 * For questions that change nothing: asked once more when the mail host ended the session under the first. Dovecot does so
 * where locks of two sessions cross (`Panic: fcntl(dovecot.list.index.log, write-lock) locking failed`, met at an
 * account's first sessions) and when a folder was made since a view was selected.
 * @throws what the second asking throws
 */
export async function askAgain<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof MailError && error.code === 'imap-unavailable') return ask()
    throw error
  }
}
