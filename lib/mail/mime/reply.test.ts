import { describe, expect, it } from 'vitest'
import {
  forwardSubject,
  isOwn,
  readMessageIds,
  replyRecipients,
  replyReferences,
  replySubject,
} from '@/lib/mail/mime/reply'

const person = (address: string, name = '') => ({ name, address })
const brian = person('brian@blueemailserver.com')
const alice = person('alice@blueemailserver.com')
const jsmith = person('jsmith@redemailserver.com')
const list = person('friends@lists.example')
const own = [brian.address]
const message = (parts: Partial<Parameters<typeof replyRecipients>[0]>) => ({
  from: [jsmith],
  replyTo: [],
  to: [brian],
  cc: [],
  ...parts,
})

describe('an answer', () => {
  it('goes to the author', () => {
    expect(replyRecipients(message({ to: [brian, alice] }), own, false)).toEqual({ to: [jsmith], cc: [] })
  })
  it('goes to Reply-To where there is one', () => {
    expect(replyRecipients(message({ replyTo: [alice] }), own, false).to).toEqual([alice])
  })
  it('to all leaves oneself out, whatever the spelling, and names nobody twice', () => {
    const all = message({
      to: [person('Brian+x@BlueEmailServer.com'), alice],
      cc: [person('ALICE@blueemailserver.com'), list, brian],
    })
    expect(replyRecipients(all, own, true)).toEqual({ to: [jsmith, alice], cc: [list] })
  })
  it('to all of a list with Reply-To tells the author as well', () => {
    const posted = message({ replyTo: [list], to: [list] })
    expect(replyRecipients(posted, own, false).to).toEqual([list])
    expect(replyRecipients(posted, own, true).to).toEqual([list, jsmith])
  })
  it('to a message of one’s own goes to the same people again', () => {
    const mine = message({ from: [brian], to: [jsmith], cc: [alice, brian] })
    expect(replyRecipients(mine, own, false)).toEqual({ to: [jsmith], cc: [] })
    expect(replyRecipients(mine, own, true)).toEqual({ to: [jsmith], cc: [alice] })
  })
  it('to a note to oneself goes to oneself', () => {
    expect(replyRecipients(message({ from: [brian], to: [brian] }), own, true)).toEqual({ to: [brian], cc: [] })
  })
})

describe('own addresses', () => {
  it('are aliases and addresses with a detail too', () => {
    expect(isOwn('sales+x@blueemailserver.com', ['brian@blueemailserver.com', 'sales@blueemailserver.com'])).toBe(true)
    expect(isOwn('notbrian@blueemailserver.com', own)).toBe(false)
  })
})

describe('subjects', () => {
  it('get their prefix once', () => {
    expect(replySubject('Hello')).toBe('Re: Hello')
    expect(replySubject('RE: AW: Re[2]: Hello')).toBe('Re: Hello')
    expect(replySubject('Research')).toBe('Re: Research')
    expect(forwardSubject('Fw: WG: Hello')).toBe('Fwd: Hello')
    expect(forwardSubject('Re: Hello')).toBe('Fwd: Re: Hello')
    expect(replySubject('')).toBe('Re:')
  })
})

describe('references', () => {
  it('are those of the original and the original itself', () => {
    expect(replyReferences({ messageId: '<c@x>', inReplyTo: ['<b@x>'], references: ['<a@x>', '<b@x>'] })).toEqual({
      inReplyTo: '<c@x>',
      references: ['<a@x>', '<b@x>', '<c@x>'],
    })
  })
  it('begin with In-Reply-To where the original has no References', () => {
    expect(replyReferences({ messageId: '<c@x>', inReplyTo: ['<b@x>'], references: [] }).references).toEqual([
      '<b@x>',
      '<c@x>',
    ])
  })
  it('keep the first and the latest of a long chain', () => {
    const references = Array.from({ length: 500 }, (_, index) => `<${index}@x>`)
    const { references: cut } = replyReferences({ messageId: '<new@x>', inReplyTo: [], references })
    expect(cut).toHaveLength(100)
    expect([cut[0], cut.at(-1), cut.at(-2)]).toEqual(['<0@x>', '<new@x>', '<499@x>'])
  })
  it('are nothing without a Message-ID', () => {
    expect(replyReferences({ messageId: '', inReplyTo: [], references: ['<a@x>'] })).toEqual({
      inReplyTo: null,
      references: [],
    })
  })
  it('are read out of whatever a header holds', () => {
    expect(readMessageIds('<a@x>\r\n\t<b@x>, "phrase" <c@\r\nx> <d@x>')).toEqual(['<a@x>', '<b@x>', '<d@x>'])
  })
})
