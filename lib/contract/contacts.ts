import { z } from 'zod'
import { type Address, addressSchema } from '@/lib/contract/address'

export const contactsQuery = z.object({ q: z.string().max(200).default('') })
/** A group that mail can be written to: its name and the first address of each member, at most 500. */
export type GroupMatch = { id: string; name: string; members: Address[] }
/** People one has written to, best match first, at most 8; and groups, at most 3. */
export type ContactList = { contacts: Address[]; groups: GroupMatch[] }

const line = (max: number) => z.string().trim().max(max)

/** A contact as a person writes it. The first address is the one that is written to when the contact is. */
export const contactBody = z.object({
  name: line(300),
  organisation: line(300).default(''),
  phones: z.array(line(100).min(1)).max(20).default([]),
  note: z.string().max(20_000).default(''),
  addresses: z.array(line(320).min(1)).max(20),
})
export type ContactBody = z.infer<typeof contactBody>
/** `lastUsedAt` is when one wrote there last, or null. */
export type ContactAddress = { address: string; uses: number; lastUsedAt: string | null }
export type Contact = Omit<ContactBody, 'addresses'> & {
  id: string
  addresses: ContactAddress[]
  groups: { id: string; name: string }[]
}

export const contactParams = z.object({ id: z.uuid() })
export const contactBookQuery = z.object({
  q: z.string().max(200).default(''),
  group: z.uuid().optional(),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})
export type ContactBookQuery = z.infer<typeof contactBookQuery>
/** `address` and `phone` are the first ones, or empty. */
export type ContactRow = { id: string; name: string; organisation: string; address: string; phone: string }
/** A window of the contacts found, by name; `total` counts all of them. */
export type ContactWindow = { total: number; offset: number; contacts: ContactRow[] }

export const contactIds = z.object({ ids: z.array(z.uuid()).min(1).max(20_000) })
/** `undo` brings them back, for a day; null when there was nothing to remove. */
export type ContactsRemoved = { removed: number; undo: string | null }
export const contactsUndo = z.object({ undo: z.uuid() })
/** Fewer than were removed when their addresses belong to other contacts by now. */
export type ContactsRestored = { restored: number }

export const contactLookup = z.object({ address: addressSchema.shape.address })
/** Which contact has an address; null for none. */
export type ContactFound = { id: string | null }

export const groupBody = z.object({ name: line(100).min(1) })
export type GroupBody = z.infer<typeof groupBody>
export type ContactGroup = { id: string; name: string; members: number }
/** By name; `all` counts every contact of the account. */
export type ContactGroupList = { all: number; groups: ContactGroup[] }

export const membersBody = z.object({
  add: z.array(z.uuid()).max(20_000).default([]),
  remove: z.array(z.uuid()).max(20_000).default([]),
})
export type MembersBody = z.infer<typeof membersBody>
/** Whom mail to a group goes to: the first address of each member that has one, by name; at most 500. */
export type GroupMembers = { members: Address[] }

/** Largest vCard file taken, in bytes, and most entries in it. */
export const importLimits = { bytes: 5 * 1024 * 1024, cards: 10_000 }
/** Why something of a vCard file is not taken. Codes are keys of the catalogues (`contacts.refusals`). */
export type CardRefusal = 'no-card' | 'no-end' | 'version' | 'nothing' | 'address' | 'too-long' | 'too-many'
/** `line` is of the file, from 1; `text` is what it was about, or empty. */
export type RefusedCard = { line: number; reason: CardRefusal; text: string }
/** `gains` is what a contact that is here already would get. */
export type ImportedCard = { line: number; name: string; gains: string[] }
/** What an import would do. Of each kind the first 200 are named; `same` counts contacts that have all of it already. */
export type ImportPreview = {
  created: { count: number; some: ImportedCard[] }
  changed: { count: number; some: ImportedCard[] }
  same: number
  refused: { count: number; some: RefusedCard[] }
}

/** Which contacts: of a group, or these, or all; `version` of vCard. */
export const exportBody = z.object({
  group: z.uuid().optional(),
  ids: z.array(z.uuid()).max(20_000).optional(),
  version: z.enum(['4.0', '3.0']).default('4.0'),
})
export type ExportBody = z.input<typeof exportBody>
