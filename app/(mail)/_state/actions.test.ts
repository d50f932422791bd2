import { describe, expect, it } from 'vitest'
import { type Action, messagesFor } from '@/app/(mail)/_state/actions'
import { changesOf } from '@/app/(mail)/_state/changes-of'
import { type Listed, mailboxListed } from '@/app/(mail)/_state/listed'
import type { ThreadMessage } from '@/lib/contract/threads'

const at = (mailbox: string, uid: number, more: Partial<ThreadMessage> = {}): ThreadMessage => ({
  ref: { mailbox, id: `1-${uid}` },
  seen: true,
  flagged: false,
  ...more,
})

const thread = {
  ref: { mailbox: 'inbox', id: '1-2' },
  messages: [
    at('archive', 1, { flagged: true }),
    at('inbox', 2, { seen: false }),
    at('sent', 3),
    at('inbox', 4, { seen: false, flagged: true }),
    at('sent', 5),
  ],
}
const search: Listed = { kind: 'search', q: 'maria', sort: 'newest' }

const touched = (action: Action, listed: Listed) =>
  messagesFor(action, thread, listed).map(({ ref }) => `${ref.mailbox} ${ref.id.slice(2)}`)

describe('an action on a conversation', () => {
  const inbox = mailboxListed('inbox')

  it.each<[Action, string[]]>([
    ['archive', ['inbox 2', 'inbox 4']],
    ['spam', ['inbox 2', 'inbox 4']],
    [{ moveTo: 'f-abcdefgh' }, ['inbox 2', 'inbox 4']],
    ['delete', ['archive 1', 'inbox 2', 'sent 3', 'inbox 4', 'sent 5']],
    ['star', ['sent 5']],
    ['unstar', ['archive 1', 'inbox 4']],
    ['read', ['inbox 2', 'inbox 4']],
    ['unread', ['inbox 4']],
    [{ label: 'l-abcdefghijklmnop', value: true }, ['archive 1', 'inbox 2', 'sent 3', 'inbox 4', 'sent 5']],
  ])('%j in the inbox', (action, messages) => {
    expect(touched(action, inbox)).toEqual(messages)
  })

  it('in a view or a search leaves what one wrote oneself and what is filed already', () => {
    for (const listed of [mailboxListed('all'), mailboxListed('l-abcdefgh'), search]) {
      expect(touched('archive', listed)).toEqual(['inbox 2', 'inbox 4'])
      expect(touched({ moveTo: 'archive' }, listed)).toEqual(['inbox 2', 'inbox 4'])
      expect(touched('spam', listed)).toEqual(['archive 1', 'inbox 2', 'inbox 4'])
      expect(touched('unread', listed)).toEqual(['sent 5'])
    }
  })

  it.each(['drafts', 'scheduled'])('archives nothing out of %s: it would not be sent', (mailbox) => {
    const waiting = { ref: { mailbox, id: '1-1' }, messages: [at(mailbox, 1), at('archive', 2)] }
    for (const listed of [mailboxListed(mailbox), mailboxListed('all'), search])
      expect(messagesFor('archive', waiting, listed)).toEqual([])
  })

  it('is one change for many messages, more only past what the server takes', () => {
    const refs = Array.from({ length: 5001 }, (_, uid) => at('inbox', uid + 1).ref)
    expect(changesOf('archive', refs.slice(0, 5000))).toHaveLength(1)
    expect(changesOf('archive', refs).map((change) => change.refs.length)).toEqual([5000, 1])
    expect(changesOf('archive', [])).toEqual([])
  })
})
