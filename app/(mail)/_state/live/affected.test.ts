import { describe, expect, test } from 'vitest'
import { mailboxListed } from '@/app/(mail)/_state/listed'
import { isAffected } from '@/app/(mail)/_state/live/affected'

const affected = (id: string, mode: 'threads' | 'messages', ...changed: string[]) =>
  isAffected(mailboxListed(id), mode, new Set(changed))

describe('isAffected', () => {
  test('a list changes with its own mailbox', () => {
    expect(affected('inbox', 'messages', 'inbox')).toBe(true)
    expect(affected('trash', 'threads', 'trash')).toBe(true)
  })

  test('single messages of a mailbox do not change with another', () => {
    expect(affected('inbox', 'messages', 'sent', 'archive')).toBe(false)
  })

  test('conversations change with every mailbox they may have messages in', () => {
    expect(affected('inbox', 'threads', 'sent')).toBe(true)
    expect(affected('inbox', 'threads', 'spam', 'trash')).toBe(false)
    expect(affected('spam', 'threads', 'inbox')).toBe(false)
  })

  test('views, labels and searches look everywhere', () => {
    expect(affected('all', 'messages', 'sent')).toBe(true)
    expect(affected('l-abcdefgh', 'messages', 'archive')).toBe(true)
    expect(isAffected({ kind: 'search', q: 'x', sort: 'newest' }, 'threads', new Set(['trash']))).toBe(true)
  })
})
