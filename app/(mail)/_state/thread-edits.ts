import { refKey } from '@/app/(mail)/_state/query-keys'
import type { Flag, MessageRef } from '@/lib/contract/messages'
import type { ThreadDetail } from '@/lib/contract/threads'

/** An open conversation with a flag set or cleared on some of its messages. */
export function detailWithFlag(detail: ThreadDetail, refs: MessageRef[], flag: Flag, value: boolean): ThreadDetail {
  const wanted = new Set(refs.map(refKey))
  const edit = <M extends ThreadDetail['messages'][number] | ThreadDetail['opened'][number]>(message: M): M =>
    wanted.has(refKey(message.ref)) ? { ...message, flags: { ...message.flags, [flag]: value } } : message
  return { ...detail, messages: detail.messages.map(edit), opened: detail.opened.map(edit) }
}

/** An open conversation with a label put on some of its messages, or taken off them. */
export function detailWithLabel(detail: ThreadDetail, refs: MessageRef[], label: string, value: boolean): ThreadDetail {
  const wanted = new Set(refs.map(refKey))
  const messages = detail.messages.map((message) => {
    if (!wanted.has(refKey(message.ref)) || message.labels.includes(label) === value) return message
    return { ...message, labels: value ? [...message.labels, label] : message.labels.filter((id) => id !== label) }
  })
  return { ...detail, messages, labels: [...new Set(messages.flatMap(({ labels }) => labels))] }
}

/** An open conversation without some of its messages. */
export function detailWithout(detail: ThreadDetail, refs: MessageRef[]): ThreadDetail {
  const gone = new Set(refs.map(refKey))
  const stays = ({ ref }: { ref: MessageRef }) => !gone.has(refKey(ref))
  return { ...detail, messages: detail.messages.filter(stays), opened: detail.opened.filter(stays) }
}

/** An open conversation whose messages have moved: they go by the names they have now. */
export function detailWithMoved(detail: ThreadDetail, moved: { from: MessageRef; to: MessageRef }[]): ThreadDetail {
  const now = new Map(moved.map(({ from, to }) => [refKey(from), to]))
  const edit = <M extends { ref: MessageRef }>(message: M): M => ({
    ...message,
    ref: now.get(refKey(message.ref)) ?? message.ref,
  })
  return { ...detail, messages: detail.messages.map(edit), opened: detail.opened.map(edit) }
}
