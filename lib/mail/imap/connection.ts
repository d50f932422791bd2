import { type ImapAttribute, type ImapAttributeNode, ImapFlow, type ImapResponse } from 'imapflow'
import { MailError } from '@/lib/mail/errors'
import { toMailError } from '@/lib/mail/imap/to-mail-error'

/** An open, signed-in IMAP connection. Only ever seen inside the callback it was lent to. */
export type ImapConnection = ImapFlow

/** Where an account's mail is, and how to be let in. `token` is asked for once for each connection opened. */
export type ImapTarget = {
  address: string
  host: string
  port: number
  /** TLS server name: the name in the certificate. */
  servername: string
  /** PEM of the authority that signed the certificate, or null for the public ones. */
  ca: string | null
  token: () => Promise<string>
}

type Untagged = Record<string, (response: ImapResponse) => Promise<void>>
type Executor = {
  exec(
    command: string,
    attributes: unknown,
    options?: { untagged?: Untagged },
  ): Promise<{ next: () => void; response: ImapResponse }>
}

/** Opens a connection. @throws MailError `imap-unavailable`, `imap-refused`, `imap-timeout` */
export async function openConnection(target: ImapTarget): Promise<ImapConnection> {
  const connection = new ImapFlow({
    host: target.host,
    port: target.port,
    secure: target.port === 993,
    doSTARTTLS: target.port !== 993,
    servername: target.servername,
    tls: { servername: target.servername, ...(target.ca === null ? {} : { ca: target.ca }) },
    auth: { user: target.address, accessToken: await target.token() },
    logger: false,
    disableAutoIdle: true,
    disableCompression: true,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 180_000,
    maxLiteralSize: 64 * 1024 * 1024,
  })
  // Without a listener a later socket error would end the process; the pool looks at `usable` instead.
  connection.on('error', () => {})
  try {
    await connection.connect()
    followKeywords(connection)
    return connection
  } catch (error) {
    connection.close()
    throw toMailError(error)
  }
}

/** imapflow reads FLAGS while it selects only; keywords that messages get later are told by the same response. */
function followKeywords(connection: ImapConnection): void {
  const { untaggedHandlers } = connection as unknown as { untaggedHandlers: Untagged }
  untaggedHandlers.FLAGS = async ({ attributes = [] }) => {
    const [list] = attributes
    if (connection.mailbox !== false && isList(list)) connection.mailbox.flags = new Set(list.map(textOf))
  }
}

/** Sends one command as it stands and collects what `untagged` asks for: SORT, X-items and others imapflow has no word for. */
export async function execute(
  connection: ImapConnection,
  command: string,
  attributes: unknown[],
  untagged: Untagged = {},
): Promise<ImapResponse> {
  try {
    const answer = await (connection as unknown as Executor).exec(command, attributes, { untagged })
    answer.next()
    return answer.response
  } catch (error) {
    throw toMailError(error)
  }
}

/** Gives `work` that long, then closes the connection under it: a hanging server never hangs a request. */
export async function withDeadline<T>(connection: ImapConnection, milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const expired = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new MailError('imap-timeout', `no answer within ${milliseconds} ms`))
      connection.close()
    }, milliseconds)
  })
  try {
    return await Promise.race([work, expired])
  } finally {
    clearTimeout(timer)
  }
}

/** Whether a parsed token is a parenthesised list. */
export const isList = (token: ImapAttribute | undefined): token is ImapAttribute[] & { type?: undefined } =>
  Array.isArray(token)

/** Text of a parsed token, empty for NIL and for lists. Bytes that are no UTF-8 stay readable as Latin-1. */
export function textOf(token: ImapAttribute | undefined): string {
  if (token === null || token === undefined || Array.isArray(token)) return ''
  const { value } = token as ImapAttributeNode
  if (Buffer.isBuffer(value)) return value.toString('utf8')
  return value === null || value === undefined ? '' : String(value)
}
