import { describe, expect, it } from 'vitest'
import { folderNameProblem, labelNameProblem, tidyName, wireLength } from '@/lib/contract/names'

describe('names of labels and folders', () => {
  it('lose what people type around them', () => {
    expect(tidyName('  Work / Clients ')).toBe('Work/Clients')
    expect(tidyName('u\u0308ber')).toBe('\u00fcber')
  })

  it.each([
    'Work',
    'Arbeit/Ämter',
    '日本語',
    '😀 Spaß',
    'a*b %',
    '"quoted" \\ {5}',
    'INBOX',
  ])('a label may be %j', (name) => expect(labelNameProblem(name)).toBeNull())

  it.each([
    ['', 'empty'],
    ['a\r\nb', 'characters'],
    ['a\0', 'characters'],
    ['a\u2028b', 'characters'],
    ['\u202etxt', 'characters'],
    ['\ud83d', 'characters'],
    ['a//b', 'level'],
    ['x'.repeat(101), 'too-long'],
    ['a/b/c/d/e/f/g/h/i/j/k', 'too-deep'],
  ] as const)('a label may not be %j: %s', (name, problem) => expect(labelNameProblem(name)).toBe(problem))

  it.each([
    'Work',
    'Süß',
    '😀',
    'x'.repeat(200),
    '{5}',
    'a"b\\',
    'a]b(c)',
    'Sent mail',
    '&Co',
  ])('a folder may be %j', (name) => expect(folderNameProblem(name, 'top')).toBeNull())

  it.each([
    ['', 'empty'],
    ['a\rb', 'characters'],
    ['a\nb', 'characters'],
    ['a\0b', 'characters'],
    ['a\tb', 'characters'],
    ['a/b', 'level'],
    ['a*', 'wildcard'],
    ['%', 'wildcard'],
    ['..', 'dots'],
    ['~root', 'dots'],
    ['ü'.repeat(100), 'too-long'],
    ['x'.repeat(241), 'too-long'],
    ['inbox', 'reserved'],
    ['Trash', 'reserved'],
    ['virtual', 'reserved'],
    ['dbox-Mails', 'reserved'],
  ] as const)('a folder may not be %j: %s', (name, problem) => expect(folderNameProblem(name, 'top')).toBe(problem))

  it('below another folder the names of mailboxes with a role are free', () => {
    expect(folderNameProblem('Sent', 'below')).toBeNull()
    expect(folderNameProblem('dbox-mails', 'below')).toBe('reserved')
  })

  it('counts what a name is on the wire', () => {
    expect(wireLength('abc')).toBe(3)
    expect(wireLength('a&b')).toBe(4)
    // "Tüte" is "T&APw-te"
    expect(wireLength('T\u00fcte')).toBe(8)
    // an emoji is two units of UTF-16: "&2D3eAA-"
    expect(wireLength('\u{1f600}')).toBe(8)
  })
})
