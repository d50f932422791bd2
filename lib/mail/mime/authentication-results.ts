/** Verdicts of RFC 8601. */
export type Verdict = 'pass' | 'fail' | 'none'
export type AuthenticationVerdicts = { spf: Verdict; dkim: Verdict; dmarc: Verdict }

function verdictOf(text: string, method: string): Verdict {
  const result = new RegExp(`(?:^|;)\\s*${method}\\s*=\\s*([a-z]+)`, 'i').exec(text)?.[1]?.toLowerCase()
  if (result === 'pass') return 'pass'
  return result === undefined || result === 'none' || result === 'neutral' ? 'none' : 'fail'
}

const withoutComments = (text: string) => text.replace(/\([^()]{0,500}\)/g, ' ').replace(/"[^"]{0,500}"/g, ' ')

/**
 * The verdict our own server wrote on top of a message, or null. A field of any other name was written by somebody
 * on the way, the sender included, and is not looked at.
 * @param headers raw header fields, in the order of the message
 * @param server name our mail host signs its verdicts with
 */
export function readAuthenticationResults(headers: string, server: string): AuthenticationVerdicts | null {
  const unfolded = headers.slice(0, 100_000).replace(/\r?\n[ \t]+/g, ' ')
  for (const line of unfolded.split(/\r?\n/)) {
    const field = /^authentication-results:\s*(\S+?)\s*(?:;|$)(.*)$/i.exec(line)
    if (field === null || field[1]?.toLowerCase() !== server.toLowerCase()) continue
    const text = withoutComments(field[2] ?? '')
    return { spf: verdictOf(text, 'spf'), dkim: verdictOf(text, 'dkim'), dmarc: verdictOf(text, 'dmarc') }
  }
  return null
}
