import { importLimits, type RefusedCard } from '@/lib/contract/contacts'
import { AppError } from '@/lib/errors'
import { parseMailAddress } from '@/lib/mail/mime/mail-address'
import { type Card, readCards } from '@/lib/mail/vcard/read-cards'
import { tidyNote } from '@/lib/service/contacts/tidy-contact'
import { oneLine } from '@/lib/service/message-fields'

/** A card as a contact can be of it, and the line it begins at. */
export type FileCard = Card & { line: number }
export type FileCards = { cards: FileCard[]; refused: RefusedCard[] }

/** As much of one kind as a contact has. */
const most = 20

const lines = (texts: string[], limit: number): string[] =>
  [...new Set(texts.map((text) => oneLine(text, limit)).filter((text) => text !== ''))].slice(0, most)

/** The cards of a vCard file with what can be used of them. @throws AppError `import-too-large` for too many of them */
export function cardsOfFile(file: Buffer): FileCards {
  const found: FileCards = { cards: [], refused: [] }
  let count = 0
  for (const read of readCards(file)) {
    count += 1
    if (count > importLimits.cards) throw new AppError('import-too-large', `more than ${importLimits.cards} entries`)
    if ('problem' in read) found.refused.push({ line: read.line, reason: read.problem, text: '' })
    else addCard(found, read.line, read.card)
  }
  return found
}

function addCard({ cards, refused }: FileCards, line: number, card: Card): void {
  const addresses: string[] = []
  for (const typed of card.addresses) {
    const parsed = parseMailAddress(typed)
    if (parsed.ok) addresses.push(parsed.address)
    else refused.push({ line, reason: 'address', text: oneLine(typed, 100) })
  }
  const tidy = {
    line,
    name: oneLine(card.name, 300),
    organisation: oneLine(card.organisation, 300),
    addresses: addresses.slice(0, most),
    phones: lines(card.phones, 100),
    note: tidyNote(card.note).slice(0, 20_000),
    groups: lines(card.groups, 100),
  }
  const isSomebody = [tidy.name, tidy.organisation, ...tidy.addresses, ...tidy.phones].some((text) => text !== '')
  if (isSomebody) cards.push(tidy)
  else refused.push({ line, reason: 'nothing', text: '' })
}
