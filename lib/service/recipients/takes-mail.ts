import { Resolver } from 'node:dns/promises'
import { env } from '@/lib/env'
import { RecentMap } from '@/lib/mail/imap/recent-map'

const resolver = new Resolver({ timeout: 700, tries: 2 })
if (env.dns !== '') resolver.setServers([env.dns])

const freshMs = 5 * 60_000
const kept = new RecentMap<{ at: number; answer: Promise<boolean | null> }>(2_000)

/** What DNS says when there is no such thing; everything else means that it could not be asked. */
const isAbsent = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === 'ENOTFOUND' || error.code === 'ENODATA')

async function ask(domain: string): Promise<boolean | null> {
  try {
    const found = await resolver.resolveMx(domain)
    // a null MX says that the domain takes no mail (RFC 7505)
    return found.some(({ exchange }) => exchange !== '' && exchange !== '.')
  } catch (error) {
    return isAbsent(error) ? hasAddress(domain) : null
  }
}

/** Without an MX the domain's own address takes its mail (RFC 5321 section 5.1). */
async function hasAddress(domain: string): Promise<boolean | null> {
  const answers = await Promise.allSettled([resolver.resolve4(domain), resolver.resolve6(domain)])
  if (answers.some(({ status }) => status === 'fulfilled')) return true
  return answers.every((answer) => answer.status === 'rejected' && isAbsent(answer.reason)) ? false : null
}

/** Whether a domain (A-labels) takes mail; null when DNS did not say. */
export function takesMail(domain: string): Promise<boolean | null> {
  const known = kept.get(domain)
  if (known !== undefined && Date.now() - known.at < freshMs) return known.answer
  const answer = ask(domain)
  const entry = { at: Date.now(), answer }
  kept.set(domain, entry)
  void answer.then((said) => {
    if (said === null && kept.get(domain) === entry) kept.delete(domain)
  })
  return answer
}
