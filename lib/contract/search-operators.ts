import { mailboxRoles } from '@/lib/contract/mailboxes'
import type { SearchField, SearchLeaf } from '@/lib/contract/search-tree'

/** What an operator was given. `zone` and `now` say which day `today` is. */
export type OperatorValue = { text: string; phrase: boolean; now: Date; zone: string }

type Read = (value: OperatorValue) => SearchLeaf | null

/** Every operator: what it makes of its value, or null when it can make nothing of it. */
const readers = {
  from: field('from'),
  to: field('to'),
  cc: field('cc'),
  subject: field('subject'),
  filename: field('filename'),
  has: ({ text }) => (/^attachments?$/i.test(text) ? { kind: 'has', what: 'attachment' } : null),
  is: readState,
  in: ({ text }) => ({ kind: 'in', mailbox: fixedMailboxes.has(text.toLowerCase()) ? text.toLowerCase() : text }),
  label: ({ text }) => ({ kind: 'label', label: text }),
  before: (value) => dated('before', value),
  after: (value) => dated('after', value),
  older_than: (value) => aged('older-than', value),
  newer_than: (value) => aged('newer-than', value),
  larger: (value) => sized('larger', value),
  smaller: (value) => sized('smaller', value),
} satisfies Record<string, Read>

export type OperatorName = keyof typeof readers

export const operatorNames = Object.keys(readers) as OperatorName[]

export const isOperator = (name: string): name is OperatorName => Object.hasOwn(readers, name)

export const readOperator = (name: OperatorName, value: OperatorValue): SearchLeaf | null => readers[name](value)

/** Mailboxes that are known by their role, in any case of letters. */
const fixedMailboxes = new Set<string>([...mailboxRoles, 'anywhere'])

function field(name: SearchField): Read {
  return (value) => ({ kind: 'field', field: name, ...readText(value) })
}

/** A word, a word's beginning (`soundw*`) or a phrase; inside quotes a star is a star. */
export function readText({ text, phrase }: { text: string; phrase: boolean }) {
  const prefix = !phrase && text.length > 1 && text.endsWith('*')
  return { text: prefix ? text.slice(0, -1) : text, phrase, prefix }
}

const states = ['unread', 'read', 'starred', 'muted'] as const

function readState({ text }: OperatorValue): SearchLeaf | null {
  const what = states.find((state) => state === text.toLowerCase())
  return what ? { kind: 'is', what } : null
}

function dated(kind: 'before' | 'after', { text, now, zone }: OperatorValue): SearchLeaf | null {
  if (/^today$/i.test(text)) return { kind, date: dayIn(zone, now) }
  if (/^yesterday$/i.test(text)) return { kind, date: dayBefore(dayIn(zone, now)) }
  const parts = /^([12]\d{3})([/-])(\d{1,2})\2(\d{1,2})$/.exec(text)
  if (!parts) return null
  const [, year = '', , month = '', day = ''] = parts
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(date) ? { kind, date } : null
}

/** 30 February is no day: the calendar would move it into March. */
function isDay(date: string): boolean {
  const moment = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date)
}

function dayIn(zone: string, now: Date): string {
  try {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(now)
  } catch {
    // a zone this machine does not know
    return now.toISOString().slice(0, 10)
  }
}

function dayBefore(date: string): string {
  const moment = new Date(`${date}T00:00:00Z`)
  moment.setUTCDate(moment.getUTCDate() - 1)
  return moment.toISOString().slice(0, 10)
}

const ages = { d: 'd', w: 'w', m: 'm', y: 'y' } as const

function aged(kind: 'older-than' | 'newer-than', { text }: OperatorValue): SearchLeaf | null {
  const [, amount = '', letter = ''] = /^(\d{1,4})([dwmy])$/.exec(text.toLowerCase()) ?? []
  const unit = Object.entries(ages).find(([known]) => known === letter)?.[1]
  return unit && Number(amount) > 0 ? { kind, amount: Number(amount), unit } : null
}

export const sizeUnits = { g: 1024 ** 3, m: 1024 ** 2, k: 1024 } as const
const largestSize = 1024 ** 5

function sized(kind: 'larger' | 'smaller', { text }: OperatorValue): SearchLeaf | null {
  const [, amount = '', letter = ''] = /^(\d{1,15}(?:\.\d{1,3})?)(?:([kmg])b?|b)?$/.exec(text.toLowerCase()) ?? []
  const unit = Object.entries(sizeUnits).find(([known]) => known === letter)?.[1] ?? 1
  const bytes = Math.round(Number(amount) * unit)
  return amount !== '' && bytes <= largestSize ? { kind, bytes } : null
}
