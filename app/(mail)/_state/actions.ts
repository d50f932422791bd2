import { type Listed, realMailbox } from '@/app/(mail)/_state/listed'
import type { ThreadMessage, ThreadRow } from '@/lib/contract/threads'

/** A label (its id) is put on, or taken off. */
export type LabelChange = { label: string; value: boolean }

export type Action =
  | 'archive'
  | 'delete'
  | 'spam'
  | 'not-spam'
  | 'read'
  | 'unread'
  | 'star'
  | 'unstar'
  | 'mute'
  | 'unmute'
  | { moveTo: string }
  | LabelChange

/** What is acted on: a row of a list, or the conversation that is open. */
export type Acted = Pick<ThreadRow, 'ref' | 'messages'>

/** Whether it leaves the list by the action. */
export const leavesList = (action: Action): boolean =>
  typeof action === 'object' ? 'moveTo' in action : ['archive', 'delete', 'spam', 'not-spam', 'mute'].includes(action)

/** The messages of a conversation that an action on it changes. */
export function messagesFor(action: Action, thread: Acted, listed: Listed): ThreadMessage[] {
  const { messages } = thread
  if (typeof action === 'object') {
    return 'moveTo' in action ? movable(messages, listed, action.moveTo) : labelled(messages, listed)
  }
  if (action === 'archive') return archivable(thread, listed)
  if (action === 'spam' || action === 'not-spam') return movable(messages, listed, action === 'spam' ? 'spam' : 'inbox')
  if (action === 'delete') return deletable(messages, listed)
  if (action === 'star') return newest(messages)
  if (action === 'unstar') return messages.filter(({ flagged }) => flagged)
  if (action === 'read') return messages.filter(({ seen }) => !seen)
  if (action === 'mute' || action === 'unmute') return deletable(messages, listed)
  return newest(inMailbox(messages, realMailbox(listed)), messages)
}

const inMailbox = (messages: ThreadMessage[], mailbox: string | null) =>
  messages.filter(({ ref }) => ref.mailbox === mailbox)

const newest = (messages: ThreadMessage[], others: ThreadMessage[] = []) =>
  messages.length > 0 ? messages.slice(-1) : others.slice(-1)

/** One's own words stay where they were filed when a conversation is moved from a view. */
const ownMailboxes = new Set(['sent', 'drafts', 'scheduled', 'trash', 'spam'])

function movable(messages: ThreadMessage[], listed: Listed, to: string): ThreadMessage[] {
  const here = realMailbox(listed)
  if (here !== null) return inMailbox(messages, here)
  return messages.filter(({ ref }) => ref.mailbox !== to && !ownMailboxes.has(ref.mailbox))
}

/** Where writing is not done yet: out of Drafts it would be lost sight of, out of Scheduled it would not be sent. */
const unarchived = new Set(['drafts', 'scheduled'])
/** Whether a message in there can be archived. */
export const canArchive = (mailbox: string | null): boolean =>
  mailbox === null || (mailbox !== 'archive' && !unarchived.has(mailbox))

/** From a view, archiving empties the inbox: what is filed in folders already stays there. */
function archivable({ ref, messages: all }: Acted, listed: Listed): ThreadMessage[] {
  const messages = all.filter(({ ref }) => !unarchived.has(ref.mailbox))
  const here = realMailbox(listed)
  if (here !== null) return inMailbox(messages, here)
  const inInbox = inMailbox(messages, 'inbox')
  return inInbox.length > 0 ? inInbox : inMailbox(messages, ref.mailbox)
}

function deletable(messages: ThreadMessage[], listed: Listed): ThreadMessage[] {
  const here = realMailbox(listed)
  if (here === 'trash' || here === 'spam') return inMailbox(messages, here)
  return messages.filter(({ ref }) => ref.mailbox !== 'trash' && ref.mailbox !== 'spam')
}

/** Labels are of the whole conversation; what is in Spam and Trash is no part of it elsewhere. */
const labelled = deletable
