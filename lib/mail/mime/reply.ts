/** Who is who in the message answered; addresses as in its header, decoded names. */
export type Person = { name: string; address: string }
export type Answered = { from: Person[]; replyTo: Person[]; to: Person[]; cc: Person[] }

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/** Whether an address is one's own: an alias, or with a `+detail` (recipient_delimiter) as well. */
export function isOwn(address: string, own: string[]): boolean {
  const plain = address.replace(/\+[^@]*(?=@)/, '')
  return own.some((mine) => same(mine, address) || same(mine, plain))
}

function unique(people: Person[], taken: Person[] = []): Person[] {
  const kept: Person[] = []
  for (const person of people) {
    if (person.address === '') continue
    if (![...taken, ...kept].some(({ address }) => same(address, person.address))) kept.push(person)
  }
  return kept
}

/**
 * To and Cc of an answer: Reply-To before From (RFC 5322 section 3.6.2), the same people again when the message was one's
 * own, never oneself unless nobody else is left. `all` adds everybody else who was addressed.
 */
export function replyRecipients(message: Answered, own: string[], all: boolean): { to: Person[]; cc: Person[] } {
  const others = (people: Person[]) => people.filter(({ address }) => !isOwn(address, own))
  const byMe = message.from.length > 0 && others(message.from).length === 0
  const answered = message.replyTo.length > 0 ? message.replyTo : message.from
  const aimed = byMe && others(message.replyTo).length === 0 ? message.to : answered
  const direct = others(unique(aimed))
  const to = direct.length > 0 ? direct : unique(aimed)
  if (!all) return { to, cc: [] }
  // with a Reply-To the author is told as well: a list's Reply-To leads away from them
  const addressed = others(unique([...message.to, ...(byMe ? [] : message.from)], to))
  const wide = [...to, ...addressed]
  return { to: wide, cc: others(unique(message.cc, wide)) }
}

const replyPrefix = /^\s*(?:re|aw|antw|sv|vs|odp|res?p?)\s*(?:\[\d+\]|\(\d+\))?\s*:\s*/i
const forwardPrefix = /^\s*(?:fwd?|wg|tr|vb|enc)\s*(?:\[\d+\]|\(\d+\))?\s*:\s*/i

function prefixed(subject: string, known: RegExp, prefix: string): string {
  let rest = subject
  while (known.test(rest)) rest = rest.replace(known, '')
  return `${prefix} ${rest.trim()}`.trim()
}

/** `Re:` once, whatever other programs and languages put there. */
export const replySubject = (subject: string): string => prefixed(subject, replyPrefix, 'Re:')
export const forwardSubject = (subject: string): string => prefixed(subject, forwardPrefix, 'Fwd:')

const longestChain = 100

/**
 * In-Reply-To and References of an answer (RFC 5322 section 3.6.4). A long chain keeps its first, which names the
 * conversation, and its latest. A message without Message-ID cannot be referred to.
 */
export function replyReferences(message: { messageId: string; inReplyTo: string[]; references: string[] }): {
  inReplyTo: string | null
  references: string[]
} {
  if (message.messageId === '') return { inReplyTo: null, references: [] }
  const parents = message.references.length > 0 ? message.references : message.inReplyTo.slice(0, 1)
  const chain = [...new Set([...parents, message.messageId])]
  const cut = chain.length > longestChain ? [...chain.slice(0, 1), ...chain.slice(1 - longestChain)] : chain
  return { inReplyTo: message.messageId, references: cut }
}

/** Message-IDs of a References or In-Reply-To field, with angle brackets, whatever else stands between them. */
export function readMessageIds(field: string): string[] {
  return field.match(/<[\x21-\x3b\x3d\x3f-\x7e]{3,500}>/g) ?? []
}
