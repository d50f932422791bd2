import { describe, expect, it } from 'vitest'
import { addRecipients, checkAddress, parseRecipients, recipientLabel, recipientText } from './parse-recipients'

describe('parseRecipients', () => {
  it('reads a pasted list of every usual form', () => {
    const text = 'Maria <maria@red.com>, c@d.org; "Smith, John" <js@red.com>\n<x@y.z>\nmailto:m@n.o\nq@r.s (Queen)'
    expect(parseRecipients(text)).toEqual([
      { name: 'Maria', address: 'maria@red.com' },
      { name: '', address: 'c@d.org' },
      { name: 'Smith, John', address: 'js@red.com' },
      { name: '', address: 'x@y.z' },
      { name: '', address: 'm@n.o' },
      { name: 'Queen', address: 'q@r.s' },
    ])
  })

  it('takes bare addresses apart at spaces', () => {
    expect(parseRecipients('a@b.c d@e.f').map((each) => each.address)).toEqual(['a@b.c', 'd@e.f'])
  })

  it('does not let one stray quote swallow the rest of a list', () => {
    expect(parseRecipients('5" disk <a@b.c>, d@e.f')).toHaveLength(2)
  })

  it('keeps escaped quotes in names', () => {
    expect(parseRecipients('"John \\"JJ\\" Smith, Jr" <a@b.c>')).toEqual([
      { name: 'John "JJ" Smith, Jr', address: 'a@b.c' },
    ])
  })

  it('keeps what is no address whole', () => {
    expect(parseRecipients('nobody')).toEqual([{ name: '', address: 'nobody' }])
    expect(parseRecipients('  , ; \n')).toEqual([])
  })

  it('takes direction characters out of names', () => {
    expect(parseRecipients('Ma\u202eria <a@b.c>')).toEqual([{ name: 'Maria', address: 'a@b.c' }])
  })
})

describe('checkAddress', () => {
  it.each([
    'a@b.c',
    'first.last+tag@sub.example.org',
    "o'neil@example.com",
    'a@bücher.example',
  ])('takes %s', (address) => {
    expect(checkAddress(address)).toBeNull()
  })

  it.each([
    ['nobody', 'no-address'],
    ['@b.c', 'no-address'],
    ['a@', 'no-address'],
    ['"x@gmail.com x"@internal.domain', 'several-at'],
    ['jürgen@example.com', 'non-ascii-local'],
    ['a..b@example.com', 'local-part'],
    ['a b@example.com', 'local-part'],
    ['a@localhost', 'domain'],
    ['a@-b.c', 'domain'],
    ['a@b.c\r\nBcc: x', 'domain'],
    ['a@[127.0.0.1]', 'domain'],
  ])('refuses %s', (address, problem) => {
    expect(checkAddress(address)).toBe(problem)
  })
})

describe('chips', () => {
  it('count the same person once, whatever the case', () => {
    const maria = { name: 'Maria', address: 'maria@red.com' }
    expect(addRecipients([maria], [{ name: '', address: 'MARIA@RED.COM' }])).toEqual([maria])
  })

  it('never show a name that pretends to be another address', () => {
    expect(recipientLabel({ name: 'boss@bank.com', address: 'evil@x.y' })).toBe('evil@x.y')
  })

  it('turn back into text that reads as the same recipient', () => {
    const odd = { name: 'Smith, "JJ" John', address: 'js@red.com' }
    expect(parseRecipients(recipientText(odd))).toEqual([odd])
  })
})
