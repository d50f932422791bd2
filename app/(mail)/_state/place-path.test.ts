import { describe, expect, it } from 'vitest'
import { messagePath, placeOf } from '@/app/(mail)/_state/place-path'

describe('a place and its path', () => {
  it('names a mailbox', () => {
    expect(placeOf('/mail/sent')).toEqual({ mailbox: 'sent', message: null })
  })

  it('names a message in its own mailbox', () => {
    const ref = { mailbox: 'inbox', id: '17-4' }
    expect(messagePath('inbox', ref)).toBe('/mail/inbox/17-4')
    expect(placeOf('/mail/inbox/17-4')).toEqual({ mailbox: 'inbox', message: ref })
  })

  it('keeps the view a message was opened from apart from where it lives', () => {
    const ref = { mailbox: 'f-abcdefgh', id: '17-4' }
    expect(messagePath('starred', ref)).toBe('/mail/starred/f-abcdefgh~17-4')
    expect(placeOf(messagePath('starred', ref))).toEqual({ mailbox: 'starred', message: ref })
  })
})
