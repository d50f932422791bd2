import type { MailAccount } from '@/lib/auth/signed-in'
import { type ImportPreview, importLimits } from '@/lib/contract/contacts'
import { findKnown, importContacts, type Sought } from '@/lib/db/contacts/import'
import { AppError } from '@/lib/errors'
import { cardsOfFile, type FileCards } from '@/lib/service/contacts/card-of-file'
import { planImport } from '@/lib/service/contacts/plan-import'

const tooLarge = () => new AppError('import-too-large', `the file is over ${importLimits.bytes} bytes`)

/** The raw body of a request, given up as soon as it is too long. */
async function readFile(request: Request): Promise<Buffer> {
  if (Number(request.headers.get('content-length') ?? 0) > importLimits.bytes) throw tooLarge()
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of request.body ?? []) {
    size += piece.byteLength
    if (size > importLimits.bytes) throw tooLarge()
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

const soughtBy = ({ cards }: FileCards): Sought => ({
  keys: [...new Set(cards.flatMap(({ addresses }) => addresses.map((address) => address.toLowerCase())))],
  withoutAddress: cards.some(({ addresses }) => addresses.length === 0),
})

/** What an import of this vCard file would do. @throws AppError `import-too-large` */
export async function previewImport({ accountId }: MailAccount, request: Request): Promise<ImportPreview> {
  const file = cardsOfFile(await readFile(request))
  return planImport(file, await findKnown(accountId, soughtBy(file))).preview
}

/** Imports a vCard file, all of what can be used or nothing; gives what it did. @throws AppError `import-too-large` */
export async function importFile({ accountId }: MailAccount, request: Request): Promise<ImportPreview> {
  const file = cardsOfFile(await readFile(request))
  return (await importContacts(accountId, soughtBy(file), (known) => planImport(file, known))).preview
}
