// The thread in which files of strangers are opened: it may be ended at any moment, and nothing else is lost.
import { parentPort } from 'node:worker_threads'
import { officeText } from '@/lib/mail/files/office-text'
import { pdfText } from '@/lib/mail/files/pdf-text'
import { decodePart } from '@/lib/mail/mime/decode-part'
import { htmlToText } from '@/lib/mail/mime/html-to-text'
import type { FileAnswer, FileToRead } from '@/worker/index/file-thread'

/** Characters of one file. */
const textLimit = 500_000
const htmlPatience = 2_000

/** Whether what calls itself text is none: its "words" would only fill the index. */
const looksBinary = (text: string): boolean => {
  const sample = text.slice(0, 4096)
  return (sample.match(/[^\P{C}\s]|\ufffd/gu) ?? []).length > sample.length / 50
}

async function textOf({ reader, bytes, charset }: FileToRead): Promise<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (reader === 'pdf') return pdfText(buffer, textLimit)
  if (reader !== 'text' && reader !== 'html') return officeText(buffer, reader, textLimit)
  const type = reader === 'html' ? 'text/html' : 'text/plain'
  const text = decodePart({ type, charset, encoding: '8bit', flowed: false, delSp: false }, buffer)
  if (looksBinary(text)) return ''
  return (reader === 'html' ? htmlToText(text, htmlPatience) : text).slice(0, textLimit)
}

const answer = (text: string) => parentPort?.postMessage({ text } satisfies FileAnswer)

parentPort?.on('message', (file: FileToRead) => {
  textOf(file).then(answer, () => answer(''))
})
