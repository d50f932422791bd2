import { type HeaderField, headerFields, withoutComments } from '@/lib/mail/mime/head-fields'

/** Verdicts of RFC 8601. */
export type Verdict = 'pass' | 'fail' | 'none'
export type AuthenticationVerdicts = { spf: Verdict; dkim: Verdict; dmarc: Verdict }

type Method = keyof AuthenticationVerdicts
/** One result: the word as the server wrote it, and the domain it is about. */
export type AuthenticationResult = { method: Method; verdict: Verdict; word: string; identity: string }

const verdictOf = (word: string): Verdict =>
  word === 'pass' ? 'pass' : ['', 'none', 'neutral'].includes(word) ? 'none' : 'fail'

const identities: Record<Method, RegExp> = {
  spf: /\bsmtp\.(?:mailfrom|helo)=(\S+)/i,
  dkim: /\bheader\.[di]=(\S+)/i,
  dmarc: /\bheader\.from=(\S+)/i,
}

function resultIn(piece: string): AuthenticationResult | null {
  const parts = /^(spf|dkim|dmarc)\s*=\s*([a-z]+)/i.exec(piece.trim())
  if (parts === null) return null
  const method = parts[1]?.toLowerCase() as Method
  const word = parts[2]?.toLowerCase() ?? ''
  const identity = identities[method].exec(piece)?.[1] ?? ''
  return { method, verdict: verdictOf(word), word, identity: identity.slice(identity.lastIndexOf('@') + 1) }
}

/**
 * rspamd names the envelope sender, a stranger's text, among the results of SPF, after those of DKIM and before that of
 * DMARC. Should it ever hold something that looks like a result: what stands before it, and the last DMARC, are rspamd's.
 */
function ownWords(results: AuthenticationResult[]): AuthenticationResult[] {
  const spf = results.findIndex(({ method }) => method === 'spf')
  const dmarc = results.findLast(({ method }) => method === 'dmarc')
  const dkim = results.filter(({ method }, i) => method === 'dkim' && (spf < 0 || i < spf))
  return [...(spf < 0 ? [] : [results[spf] as AuthenticationResult]), ...dkim, ...(dmarc === undefined ? [] : [dmarc])]
}

/**
 * What our own server found out about who sent a message, or null when it wrote nothing; and how many verdicts others
 * wrote into it, the sender included, which are not looked at.
 * @param fields the message's head, in order
 * @param server name our mail host signs its verdicts with
 */
export function trustedResults(
  fields: HeaderField[],
  server: string,
): { results: AuthenticationResult[] | null; ignored: number } {
  const written = fields.filter(({ name }) => name === 'authentication-results').map(({ value }) => value)
  const ours = written.find((value) => /^(\S+?)\s*(?:;|$)/.exec(value)?.[1]?.toLowerCase() === server.toLowerCase())
  if (ours === undefined) return { results: null, ignored: written.length }
  const pieces = withoutComments(ours).split(';').slice(1)
  return { results: ownWords(pieces.flatMap((piece) => resultIn(piece) ?? [])), ignored: written.length - 1 }
}

/** The verdicts in short, by the head as it stands in the message; null when our server wrote none. */
export function readAuthenticationResults(head: string, server: string): AuthenticationVerdicts | null {
  const { results } = trustedResults(headerFields(head), server)
  if (results === null) return null
  const of = (wanted: Method) => results.find(({ method }) => method === wanted)?.verdict ?? 'none'
  return { spf: of('spf'), dkim: of('dkim'), dmarc: of('dmarc') }
}
