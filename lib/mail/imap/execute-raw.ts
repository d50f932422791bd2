import { execute, type ImapConnection } from '@/lib/mail/imap/connection'

/** One line of an answer as bytes, without its line end; `literals` are the strings that were sent beside it, in order. */
export type RawLine = { payload: Buffer; literals: Buffer[] }

type LineReader = { handleResponse(line: RawLine): Promise<boolean> }

/**
 * Sends one command as it stands and shows every line of the answer to `take` before imapflow reads it. imapflow makes
 * an object of every number: an answer of 100,000 of them costs it half a second and 30 MB; read as bytes, a few
 * milliseconds.
 * @param take says whether it used the line; what it leaves goes to imapflow as ever
 */
export async function executeRaw(
  connection: ImapConnection,
  command: string,
  attributes: unknown[],
  take: (line: RawLine) => boolean,
  untagged: Parameters<typeof execute>[3] = {},
): Promise<void> {
  const reader = connection as unknown as LineReader
  const readOn = reader.handleResponse
  reader.handleResponse = (line) => (take(line) ? Promise.resolve(true) : readOn.call(reader, line))
  try {
    await execute(connection, command, attributes, untagged)
  } finally {
    // The method of the class comes back.
    delete (reader as Partial<LineReader>).handleResponse
  }
}
