import type { MailAccount } from '@/lib/auth/signed-in'
import { type SieveScripts, withScripts } from '@/lib/mail/sieve/scripts'
import { imapTarget } from '@/lib/service/with-mailbox'

/** ManageSieve (RFC 5804), beside IMAP on every mail host. */
const port = 4190

/** Lends the scripts of an account. @throws MailError `sieve-unavailable`, `sieve-refused` */
export const withFilterScripts = <T>(account: MailAccount, use: (scripts: SieveScripts) => Promise<T>): Promise<T> =>
  withScripts({ ...imapTarget(account), port }, use)
