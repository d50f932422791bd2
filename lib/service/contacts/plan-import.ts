import type { ImportedCard, ImportPreview, RefusedCard } from '@/lib/contract/contacts'
import type { Known, Planned } from '@/lib/db/contacts/import'
import { plain } from '@/lib/db/contacts/words'
import type { FileCard, FileCards } from '@/lib/service/contacts/card-of-file'

/** A contact that cards of a file go into; `learned` when nobody has named it yet. */
type Target = { contact: Planned; learned: boolean; line: number; gains: string[] }

const most = 20
const noteLimit = 20_000
const named = 200

const digits = (phone: string) => phone.replace(/\D/g, '')

/** What a contact without an address is recognised by. */
const tokenOf = ({ name, organisation, phones }: Pick<Planned, 'name' | 'organisation' | 'phones'>): string =>
  `${plain(name || organisation)} ${digits(phones[0] ?? '')}`

/** The targets there are, found by address, or for who has none by name and phone. */
class Targets {
  readonly all: Target[] = []
  readonly #byAddress = new Map<string, Target>()
  readonly #byToken = new Map<string, Target>()

  add(target: Target): Target {
    this.all.push(target)
    const { contact } = target
    for (const address of contact.addresses) this.claim(address, target)
    if (contact.addresses.length === 0) this.#byToken.set(tokenOf(contact), target)
    return target
  }

  /** False when another one has the address. */
  claim(address: string, target: Target): boolean {
    const key = address.toLowerCase()
    const holder = this.#byAddress.get(key)
    if (holder !== undefined) return holder === target
    this.#byAddress.set(key, target)
    return true
  }

  find(card: FileCard): Target | undefined {
    if (card.addresses.length === 0) return this.#byToken.get(tokenOf(card))
    return card.addresses.map((address) => this.#byAddress.get(address.toLowerCase())).find(Boolean)
  }
}

/** Puts into a contact what it does not have. What a person wrote stays. */
function merge(targets: Targets, target: Target, card: FileCard): void {
  const { contact, gains } = target
  if (card.name !== '' && card.name !== contact.name && (contact.name === '' || target.learned)) {
    contact.name = card.name
    target.learned = false
    gains.push(card.name)
  }
  if (contact.organisation === '' && card.organisation !== '') {
    contact.organisation = card.organisation
    gains.push(card.organisation)
  }
  for (const address of card.addresses) {
    const has = contact.addresses.some((known) => known.toLowerCase() === address.toLowerCase())
    if (has || contact.addresses.length >= most || !targets.claim(address, target)) continue
    contact.addresses.push(address)
    gains.push(address)
  }
  for (const phone of card.phones) {
    const has = contact.phones.some((known) => known === phone || digits(known) === digits(phone))
    if (has || contact.phones.length >= most) continue
    contact.phones.push(phone)
    gains.push(phone)
  }
  const note = contact.note === '' ? card.note : `${contact.note}\n\n${card.note}`
  if (!contact.note.includes(card.note) && note.length <= noteLimit) {
    contact.note = note
    gains.push(card.note.slice(0, 100))
  }
  for (const group of card.groups) {
    if (contact.groups.some((known) => plain(known) === plain(group)) || contact.groups.length >= 100) continue
    contact.groups.push(group)
    gains.push(group)
  }
}

function knownTargets({ contacts }: Known): Targets {
  const targets = new Targets()
  for (const { learned, addresses, groups, id, name, organisation, phones, note } of contacts) {
    const contact = {
      ...{ id, name, organisation, note, phones: [...phones] },
      addresses: addresses.map(({ address }) => address),
      groups: groups.map(({ group }) => group.name),
    }
    targets.add({ contact, learned, line: 0, gains: [] })
  }
  return targets
}

const first = (targets: Target[]): { count: number; some: ImportedCard[] } => ({
  count: targets.length,
  some: targets.slice(0, named).map(({ line, contact, gains }) => {
    const name = contact.name || contact.organisation || contact.addresses[0] || contact.phones[0] || ''
    return { line, name, gains: contact.id === null ? contact.addresses.slice(0, 1) : gains.slice(0, 5) }
  }),
})

/**
 * What becomes of the cards of a file among the contacts there are: cards with an address in common are one contact, those
 * without any are recognised by name and phone. A contact that is here keeps what it has and gets what it has not.
 */
export function planImport({ cards, refused }: FileCards, known: Known): { write: Planned[]; preview: ImportPreview } {
  const targets = knownTargets(known)
  const untouched = new Set(targets.all)
  let room = known.room
  const full: RefusedCard[] = []
  for (const card of cards) {
    const { line, ...fields } = card
    const target = targets.find(card)
    if (target === undefined && room <= 0) full.push({ line, reason: 'too-many', text: card.name })
    else if (target === undefined) {
      room -= 1
      targets.add({ contact: { id: null, ...fields }, learned: false, line, gains: [] })
    } else {
      if (untouched.delete(target)) target.line = line
      merge(targets, target, card)
    }
  }
  const created = targets.all.filter(({ contact }) => contact.id === null)
  const met = targets.all.filter((target) => target.contact.id !== null && !untouched.has(target))
  const changed = met.filter(({ gains }) => gains.length > 0)
  const all = [...refused, ...full].sort((a, b) => a.line - b.line)
  return {
    write: [...created, ...changed].map(({ contact }) => contact),
    preview: {
      created: first(created),
      changed: first(changed),
      same: met.length - changed.length,
      refused: { count: all.length, some: all.slice(0, named) },
    },
  }
}
