import type { MessageRef } from '@/lib/contract/messages'

/** A message as one word for a column: `<mailbox id>/<message id>`. */
export const refText = ({ mailbox, id }: MessageRef): string => `${mailbox}/${id}`

/** The same back. */
export function parseRefText(text: string): MessageRef {
  const slash = text.indexOf('/')
  return { mailbox: text.slice(0, slash), id: text.slice(slash + 1) }
}
