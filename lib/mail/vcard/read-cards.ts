import { type ContentLine, contentLines } from '@/lib/mail/vcard/content-lines'
import { type Property, parseProperty } from '@/lib/mail/vcard/property'
import { toCard } from '@/lib/mail/vcard/to-card'

/** What Waypost knows of a card. Texts are what the file says: nobody has checked them. */
export type Card = {
  name: string
  organisation: string
  addresses: string[]
  phones: string[]
  note: string
  groups: string[]
}
export type CardProblem = 'no-card' | 'no-end' | 'version' | 'too-long'
/** A card, or why an entry is none; with the line it begins at. */
export type ReadCard = { line: number } & ({ card: Card } | { problem: CardProblem })

const versions = new Set(['2.1', '3.0', '4.0'])

/** More lines than that in one card, or a longer text, are no contact. */
const limits = { lines: 2_000, text: 100_000 }

/** Only these are read; a photo is passed over. */
const used = new Set(['FN', 'N', 'ORG', 'EMAIL', 'TEL', 'NOTE', 'CATEGORIES'])

/** A card that is being read. */
type Open = { line: number; version: string; properties: Property[]; lines: number; depth: number; tooLong: boolean }

const begin = (line: number): Open => ({ line, version: '', properties: [], lines: 0, depth: 1, tooLong: false })

const nameOf = ({ pieces }: ContentLine): string =>
  /^(?:[\w-]{1,100}\.)?([\w-]{1,100})[;:]/.exec(pieces[0] ?? '')?.[1]?.toUpperCase() ?? ''

function take(open: Open, line: ContentLine): void {
  open.lines += line.pieces.length
  if (open.lines > limits.lines && open.version !== '') open.tooLong = true
  if (open.tooLong) return
  const name = nameOf(line)
  if (name === 'VERSION' && open.depth === 1) open.version = (line.pieces[0] ?? '').slice(8, 20).trim()
  if (!used.has(name) || open.depth > 1) return
  const length = line.pieces.reduce((sum, piece) => sum + piece.length, 0)
  if (length > limits.text) open.tooLong = true
  if (open.tooLong) return
  // in vCard 2.1 the white space that a fold begins with is part of the text
  const property = parseProperty(line.pieces.join(open.version === '2.1' ? ' ' : ''))
  if (property !== null) open.properties.push(property)
}

function finish({ line, version, properties, tooLong }: Open): ReadCard {
  if (!versions.has(version)) return { line, problem: 'version' }
  return tooLong ? { line, problem: 'too-long' } : { line, card: toCard(properties, version === '2.1') }
}

/**
 * The cards of a vCard file, of versions 4.0 (RFC 6350), 3.0 (RFC 2426) and 2.1, in order, and what could not be read. Never
 * throws for what a file holds, and takes time by its length alone.
 */
export function* readCards(file: Buffer): Generator<ReadCard> {
  let open: Open | null = null
  let before = ''
  for (const line of contentLines(file)) {
    const text = (line.pieces[0] ?? '').slice(0, 20).trim().toUpperCase()
    if (text === 'BEGIN:VCARD') {
      // a card inside of another one is its agent (vCard 2.1), unless the one before has no end
      if (open !== null && before === 'AGENT:') open.depth += 1
      else {
        if (open !== null) yield { line: open.line, problem: 'no-end' }
        open = begin(line.number)
      }
    } else if (open === null) {
      // said once for a run of such lines
      if (before === '' || before === 'END:VCARD') yield { line: line.number, problem: 'no-card' }
    } else if (text === 'END:VCARD') {
      open.depth -= 1
      if (open.depth === 0) {
        yield finish(open)
        open = null
      }
    } else take(open, line)
    before = text
  }
  if (open !== null) yield { line: open.line, problem: 'no-end' }
}
