import { withoutComments } from '@/lib/mail/mime/head-fields'

/** One `Received` field (RFC 5321 section 4.4): what a server says of taking a message over. Anybody can write one. */
export type Received = {
  /** The name the client gave, the one DNS gives its address, and the address, as far as told. */
  from: { said: string; name: string; address: string }
  by: string
  /** `ESMTPS`, `LMTP`, ... */
  protocol: string
  /** `TLSv1.3` where told. */
  tls: string
  /** Queue id, or whatever the server names the message by. */
  id: string
  recipient: string
  at: Date | null
}

const clause = (text: string, word: string): string =>
  new RegExp(`(?:^| )${word} (\\S{1,300})`, 'i').exec(text)?.[1] ?? ''

const clientShape = /^from \S+ \((?:([^\s()[\]]{1,255}) )?\[(?:IPv6:)?([0-9A-Fa-f.:]{2,45})\]/i

function timeIn(text: string): Date | null {
  const at = new Date(withoutComments(text))
  return at.getTime() > 0 && at.getTime() < Date.UTC(2200, 0) ? at : null
}

/** Reads the value of a `Received` field; what it does not say is empty. */
export function parseReceived(value: string): Received {
  const end = value.lastIndexOf(';')
  const told = end < 0 ? value : value.slice(0, end)
  const plain = withoutComments(told)
  const client = clientShape.exec(told)
  return {
    from: { said: clause(plain, 'from'), name: client?.[1] ?? '', address: client?.[2] ?? '' },
    by: clause(plain, 'by'),
    protocol: clause(plain, 'with'),
    tls: /\b(?:using|version=) ?(TLSv?[\d._]{1,5})/i.exec(told)?.[1] ?? '',
    id: clause(plain, 'id'),
    recipient: clause(plain, 'for').replace(/^<|>$/g, ''),
    at: end < 0 ? null : timeIn(value.slice(end + 1)),
  }
}
