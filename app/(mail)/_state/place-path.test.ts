import { describe, expect, it } from 'vitest'
import type { Listed } from '@/app/(mail)/_state/listed'
import { listedPath, placeOf, threadPath } from '@/app/(mail)/_state/place-path'

const inbox: Listed = { kind: 'mailbox', id: 'inbox' }

describe('addresses of mail pages', () => {
  it('name a mailbox', () => {
    expect(placeOf('/mail/sent')).toEqual({ listed: { kind: 'mailbox', id: 'sent' }, thread: null })
  })

  it('name a conversation of the mailbox listed', () => {
    const ref = { mailbox: 'inbox', id: '17-4' }
    expect(threadPath(inbox, ref)).toBe('/mail/inbox/17-4')
    expect(placeOf('/mail/inbox/17-4')).toEqual({ listed: inbox, thread: ref })
  })

  it('name a conversation of another mailbox where a view lists it', () => {
    const ref = { mailbox: 'f-abcdefgh', id: '17-4' }
    const starred: Listed = { kind: 'mailbox', id: 'starred' }
    expect(threadPath(starred, ref)).toBe('/mail/starred/f-abcdefgh~17-4')
    expect(placeOf('/mail/starred/f-abcdefgh~17-4')).toEqual({ listed: starred, thread: ref })
  })

  it.each(['newest', 'best'] as const)('name what a search found, %s first, whatever was typed', (sort) => {
    const listed: Listed = { kind: 'search', q: 'from:a&b "100 %" #1?', sort }
    const ref = { mailbox: 'archive', id: '3-9' }
    const list = new URL(listedPath(listed), 'http://here')
    expect(placeOf(list.pathname, list.search)).toEqual({ listed, thread: null })
    const opened = new URL(threadPath(listed, ref), 'http://here')
    expect(placeOf(opened.pathname, opened.search)).toEqual({ listed, thread: ref })
  })
})
