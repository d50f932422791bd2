import type { Action } from '@/app/(mail)/_state/actions'
import type { Change } from '@/lib/contract/changes'
import type { MessageRef } from '@/lib/contract/messages'

/** As many messages as the server takes in one change. */
const refsLimit = 5000

/** An action as changes of the messages named; none when there is nothing to change. */
export function changesOf(action: Action, refs: MessageRef[]): Change[] {
  const changes: Change[] = []
  for (let from = 0; from < refs.length; from += refsLimit) {
    changes.push(changeOf(action, refs.slice(from, from + refsLimit)))
  }
  const inInbox = action === 'mute' ? refs.filter(({ mailbox }) => mailbox === 'inbox') : []
  // What is muted leaves the inbox as well, as its new answers will.
  return inInbox.length > 0 ? [...changes, ...changesOf('archive', inInbox)] : changes
}

function changeOf(action: Action, refs: MessageRef[]): Change {
  if (typeof action === 'object') {
    return 'moveTo' in action ? { kind: 'move', refs, to: action.moveTo } : { kind: 'label', refs, ...action }
  }
  if (action === 'archive') return { kind: 'move', refs, to: 'archive' }
  if (action === 'delete') return { kind: 'move', refs, to: 'trash' }
  if (action === 'spam') return { kind: 'move', refs, to: 'spam' }
  if (action === 'not-spam') return { kind: 'move', refs, to: 'inbox' }
  if (action === 'read' || action === 'unread') return { kind: 'flag', refs, flag: 'seen', value: action === 'read' }
  if (action === 'mute' || action === 'unmute') return { kind: 'flag', refs, flag: 'muted', value: action === 'mute' }
  return { kind: 'flag', refs, flag: 'flagged', value: action === 'star' }
}
