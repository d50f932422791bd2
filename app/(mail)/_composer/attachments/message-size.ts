import type { Draft } from '@/lib/contract/drafts'
import { encodedSize, messageSizeLimit } from '@/lib/contract/uploads'

/** Headers of the message and of one part, generously. */
const messageOverhead = 4096
const partOverhead = 512

const utf8Size = (text: string) => new Blob([text]).size

type Sized = Pick<Draft, 'html' | 'text' | 'quote'> & { attachments: { size: number }[] }

/** Bytes the finished message takes at most on the wire, with `waiting` uploads counted as if they were done. */
export function messageSize(draft: Sized, waiting: { size: number }[] = []): number {
  const files = [...draft.attachments, ...waiting]
  const fileBytes = files.reduce((sum, file) => sum + encodedSize(file.size) + partOverhead, 0)
  const html = utf8Size(draft.html) + utf8Size(draft.quote?.html ?? '')
  // the text part made on the server is never longer than the markup it comes from
  const text = draft.text === '' ? html : utf8Size(draft.text) + utf8Size(draft.quote?.text ?? '')
  return messageOverhead + fileBytes + encodedSize(html) + encodedSize(text)
}

/** The files, in their order, that still fit; the rest must be refused before a byte of them is sent. */
export function filesThatFit<F extends { size: number }>(draft: Sized, waiting: { size: number }[], files: F[]) {
  const fits: F[] = []
  const refused: F[] = []
  for (const file of files) {
    const total = messageSize(draft, [...waiting, ...fits, file])
    if (total <= messageSizeLimit) fits.push(file)
    else refused.push(file)
  }
  return { fits, refused }
}

/** The largest file that would fit into an empty message, in bytes: what a person is told as the limit. */
export const largestFile = Math.floor((messageSizeLimit - 2 * messageOverhead) / 78) * 57
