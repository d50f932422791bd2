import { randomUUID } from 'node:crypto'
import type { MailAccount } from '@/lib/auth/signed-in'

/** A Message-ID of one's own domain (RFC 5322 section 3.6.4), with angle brackets. */
export const newMessageId = ({ address }: MailAccount): string =>
  `<${randomUUID()}@${address.slice(address.lastIndexOf('@') + 1)}>`
