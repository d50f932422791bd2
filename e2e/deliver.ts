import { ImapFlow } from 'imapflow'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { addAccount, type TestAccount } from '@/e2e/accounts'
import { addresses, tlsOf } from '@/e2e/world'

/** Sends a message to `to` through the real submission port of its own host, from a colleague made for it. */
export async function deliver(to: TestAccount, mail: SendMailOptions): Promise<void> {
  const colleague = await addAccount(to.host, 'colleague')
  const transport = createTransport({
    host: addresses[to.host],
    port: 587,
    requireTLS: true,
    tls: tlsOf(to.host),
    auth: { user: colleague.address, pass: colleague.password },
  })
  const from = { name: colleague.displayName, address: colleague.address }
  await transport.sendMail({ from, to: to.address, ...mail, envelope: { from: colleague.address, to: to.address } })
  transport.close()
}

/** Lends an IMAP connection of `account`, signed in with its password as an outside client would be. */
export async function withImap<T>(account: TestAccount, work: (client: ImapFlow) => Promise<T>): Promise<T> {
  const client = new ImapFlow({
    host: addresses[account.host],
    port: 143,
    secure: false,
    tls: tlsOf(account.host),
    auth: { user: account.address, pass: account.password },
    logger: false,
  })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.logout()
  }
}

/** Puts a message, byte for byte, into a mailbox of `account`: for mail no server would let through. */
export function append(account: TestAccount, raw: string | Buffer, mailbox = 'INBOX', flags: string[] = []) {
  return withImap(account, (client) => client.append(mailbox, Buffer.from(raw), flags))
}
