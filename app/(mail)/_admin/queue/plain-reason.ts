import { reasonKey } from '@/app/(mail)/_state/delivery/delivery-reason'

/** What Postfix itself says when it got no answer with a code. */
const own: [words: RegExp, code: string][] = [
  [/^(?:delivery temporarily suspended: )?connect to .*(refused|timed out|unreachable)/i, '4.4.1'],
  [/lost connection|timed out while|conversation with .* timed out/i, '4.4.2'],
  [/name service error|host or domain name not found/i, '4.4.4'],
]

/** Names the sentence for why a message waits, from the words of Postfix or of the server it spoke with. */
export function plainReason(reason: string): ReturnType<typeof reasonKey> {
  const code = /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(reason.replace(/\[[^\]]*\]/g, ''))?.[0]
  const dsn = own.find(([words]) => words.test(reason))?.[1] ?? code ?? ''
  return reasonKey({ dsn, greylisted: /gr[ea]ylist/i.test(reason) })
}
