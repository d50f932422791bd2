import type { Address } from '@/lib/contract/address'
import { addHeat, heatOf } from '@/lib/db/contacts/heat'
import type { Learned } from '@/lib/db/contacts/learn'
import { parseMailAddress } from '@/lib/mail/mime/mail-address'

/** One time somebody was written to. */
export type Use = Address & { date: Date }

/** As Dovecot names the parts of what is no address. */
const placeholder = /@MISSING_DOMAIN$|^MISSING_MAILBOX@/

/** What stands in a header may be anything: only what mail can be sent to is taken. */
function usable(address: string): string | null {
  const parsed = parseMailAddress(address)
  return parsed.ok && !placeholder.test(address) ? parsed.address : null
}

/** A thousand messages to a thousand people each say no more than the latest of them. */
const most = 10_000

/** Everybody written to, once: how often, when last, and by the latest name that is not empty. */
export function learnedOf(uses: Use[]): Learned[] {
  const all = new Map<string, Learned>()
  const latestFirst = [...uses].sort((a, b) => b.date.getTime() - a.date.getTime())
  for (const { name, address: typed, date } of latestFirst) {
    const address = usable(typed)
    if (address === null) continue
    const key = address.toLowerCase()
    const one = all.get(key) ?? { key, address, name: '', uses: 0, lastUsedAt: date, heat: 0 }
    one.uses += 1
    one.heat = addHeat(one.heat, heatOf(date))
    one.name ||= name.toLowerCase() === key ? '' : name
    all.set(key, one)
  }
  return [...all.values()].slice(0, most)
}
