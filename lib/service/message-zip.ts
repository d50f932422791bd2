import { Readable } from 'node:stream'
import ZipStream from 'zip-stream'
import type { MailAccount } from '@/lib/auth/signed-in'
import type { MessageRef } from '@/lib/contract/messages'
import { AppError } from '@/lib/errors'
import { decodeTransferStream } from '@/lib/mail/mime/decode-transfer'
import { isInline } from '@/lib/mail/mime/describe-structure'
import { fileName } from '@/lib/service/attachments'
import { readContent } from '@/lib/service/message-content'
import type { StreamedFile } from '@/lib/service/message-part'
import { streamSection } from '@/lib/service/stream-section'

/** The same name twice becomes `name (2).ext`; upper and lower case are the same, as on most machines. */
export function uniqueNames(names: string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const dot = name.lastIndexOf('.')
    const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
    let unique = name
    for (let count = 2; taken.has(unique.toLowerCase()); count += 1) unique = `${stem} (${count})${extension}`
    taken.add(unique.toLowerCase())
    return unique
  })
}

type Entry = { name: string; open: () => Promise<AsyncIterable<Buffer>> }

const addEntry = (zip: ZipStream, name: string, bytes: AsyncIterable<Buffer>) =>
  new Promise<void>((resolve, reject) => {
    const source = Readable.from(bytes, { objectMode: false })
    source.once('error', reject)
    zip.entry(source, { name }, (error) => (error === null || error === undefined ? resolve() : reject(error)))
  })

async function fill(zip: ZipStream, entries: Entry[]) {
  try {
    for (const entry of entries) await addEntry(zip, entry.name, await entry.open())
    zip.finish()
  } catch (error) {
    zip.destroy(error instanceof Error ? error : new Error('the archive could not be filled'))
  }
}

/**
 * Every attachment of a message in one archive, written while it is read.
 * @throws AppError `not-found` when there is none, `message-gone`; MailError of the connection
 */
export async function messageZip(account: MailAccount, ref: MessageRef): Promise<StreamedFile> {
  const { parts } = await readContent(account, ref)
  const files = parts.files.filter((file) => !isInline(file, parts)).map((file) => file.part)
  if (files.length === 0) throw new AppError('not-found', 'the message has no attachments')
  const names = uniqueNames(files.map(fileName))
  const entries = files.map((file, index) => ({
    name: names[index] ?? fileName(file),
    open: async () => decodeTransferStream(await streamSection(account, ref, file.part), file.encoding),
  }))
  const zip = new ZipStream({ level: 1 })
  void fill(zip, entries)
  return { name: 'attachments.zip', type: 'application/zip', viewable: false, bytes: zip }
}
