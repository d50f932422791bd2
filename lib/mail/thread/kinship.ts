/** A message's own id and the id of the message it answers, each as 53 bits of it; 0 where it names none or itself. */
export type Kinship = { id: number; parent: number }

/** 53 bits of a text: two FNV-1a of 32 bits with different beginnings. Never 0. */
function hash(text: string): number {
  let [high, low] = [0x811c9dc5, 0x9747b28c]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 0x01000193)
    low = Math.imul(low ^ code, 0x01000193)
  }
  return (high >>> 11) * 0x1_0000_0000 + (low >>> 0) || 1
}

const field = (fields: string, name: string): string =>
  new RegExp(`^${name}:((?:[^\r\n]|\r?\n[ \t])*)`, 'im').exec(fields)?.[1] ?? ''
const idsIn = (text: string): string[] => text.match(/<[^<>\s]+@[^<>\s]+>/g) ?? []

/**
 * RFC 5256, REFERENCES: a message answers the last id of its References or, without them, the first of In-Reply-To.
 * @param fields its header fields `linkFields`
 */
export function kinshipIn(fields: string): Kinship {
  const [id] = idsIn(field(fields, 'Message-ID'))
  const [references, answers] = [idsIn(field(fields, 'References')), idsIn(field(fields, 'In-Reply-To'))]
  const parent = references.at(-1) ?? answers[0]
  if (id !== undefined && [...references, ...answers].includes(id)) return { id: 0, parent: 0 }
  return { id: id === undefined ? 0 : hash(id), parent: parent === undefined ? 0 : hash(parent) }
}

/** Where the only message of each id stands; of an id that several claim, none. */
function placesOf(kinships: readonly Kinship[]): Map<number, number> {
  const places = new Map<number, number>()
  for (const [at, { id }] of kinships.entries()) if (id !== 0) places.set(id, places.has(id) ? -1 : at)
  return places
}

/**
 * Puts answers into the conversation of what they answer. THREAD=REFS does so itself; but Dovecot (2.3) keeps what it has
 * read of a view in a file, and a message that arrives in one mailbox of the view while another session reads it may stand
 * there without its ids, for good (docs/decisions/0010).
 * @param threadOf the conversation of each message, as the server says
 * @param kinships of the same messages; of any other no kinship is known and nothing changed
 */
export function joinAnswers(threadOf: Uint32Array, kinships: readonly Kinship[]): Uint32Array {
  const places = placesOf(kinships)
  const sizes = new Map<number, number>()
  for (const thread of threadOf) sizes.set(thread, (sizes.get(thread) ?? 0) + 1)
  const isAlone = (at: number) => sizes.get(threadOf[at] as number) === 1
  const renamed = new Map<number, number>()
  const rootOf = (thread: number): number => {
    let root = thread
    for (let next = renamed.get(root); next !== undefined; next = renamed.get(root)) root = next
    return root
  }
  for (const [at, { id, parent }] of kinships.entries()) {
    // Of two with one id the server leaves the second alone, whatever that one answers.
    const answered = parent === 0 || places.get(id) === -1 ? -1 : (places.get(parent) ?? -1)
    if (answered < 0 || !(isAlone(at) || isAlone(answered))) continue
    const [mine, its] = [rootOf(threadOf[at] as number), rootOf(threadOf[answered] as number)]
    if (mine !== its) renamed.set(mine, its)
  }
  return renamed.size === 0 ? threadOf : threadOf.map(rootOf)
}
