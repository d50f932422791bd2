import type { Address } from '@/lib/contract/address'

/** One time somebody was written to. */
export type Use = Address & { date: Date }
export type Contact = Address & { score: number }

const halfLifeDays = 60
const dayMs = 24 * 60 * 60 * 1000

/**
 * Everybody written to, once, best first: each time counts, and counts half after sixty days. The name is the latest one
 * that is not empty.
 */
export function rankContacts(uses: Use[], now: Date): Contact[] {
  const contacts = new Map<string, Contact>()
  const latestFirst = [...uses].sort((a, b) => b.date.getTime() - a.date.getTime())
  for (const { name, address, date } of latestFirst) {
    const key = address.toLowerCase()
    const contact = contacts.get(key) ?? { name: '', address, score: 0 }
    const days = Math.max(0, now.getTime() - date.getTime()) / dayMs
    contact.score += 0.5 ** (days / halfLifeDays)
    contact.name ||= name === address ? '' : name
    contacts.set(key, contact)
  }
  return [...contacts.values()].sort((a, b) => b.score - a.score || a.address.localeCompare(b.address))
}

/** Without accents and case, so that `muller` finds Müller. */
const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Those for whom each typed word begins a word of the name or a part of the address. */
export function matchContacts(contacts: Contact[], typed: string, limit: number): Address[] {
  const words = plain(typed)
    .split(/\s+/)
    .filter((word) => word !== '')
  const matches = contacts.filter(({ name, address }) => {
    const starts = [...plain(name).split(/[\s"'(),.-]+/), plain(address), ...plain(address).split(/[@.+_-]+/)]
    return words.every((word) => starts.some((start) => start.startsWith(word)))
  })
  return matches.slice(0, limit).map(({ name, address }) => ({ name, address }))
}
