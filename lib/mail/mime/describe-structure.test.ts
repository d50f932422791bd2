import { describe, expect, it } from 'vitest'
import { describeStructure, isInline } from '@/lib/mail/mime/describe-structure'

type Node = Parameters<typeof describeStructure>[0]
const leaf = (part: string, type: string, more: object = {}): NonNullable<Node> => ({ part, type, size: 10, ...more })
const multi = (kind: string, ...childNodes: NonNullable<Node>[]): NonNullable<Node> => ({
  type: `multipart/${kind}`,
  childNodes,
})

describe('the parts of a message', () => {
  it('shows HTML and keeps the plain text that stands for it', () => {
    const parts = describeStructure(multi('alternative', leaf('1', 'text/plain'), leaf('2', 'text/html')))
    expect(parts.shown.map(({ part }) => part)).toEqual(['2'])
    expect(parts.plain.map(({ part }) => part)).toEqual(['1'])
    expect(parts.files).toEqual([])
  })

  it('finds HTML with its pictures inside an alternative', () => {
    const related = multi('related', leaf('2.1', 'text/html'), leaf('2.2', 'image/png', { id: '<logo@x>' }))
    const parts = describeStructure(multi('alternative', leaf('1', 'text/plain'), related))
    expect(parts.shown.map(({ part }) => part)).toEqual(['2.1'])
    expect(parts.files.map((file) => isInline(file, parts))).toEqual([true])
    expect(parts.files[0]?.part.contentId).toBe('logo@x')
  })

  it('lists files, nested messages and calendars, and text that has a name', () => {
    const root = multi(
      'mixed',
      leaf('1', 'text/plain'),
      leaf('2', 'text/plain', { disposition: 'attachment', dispositionParameters: { filename: 'notes.txt' } }),
      leaf('3', 'message/rfc822', { childNodes: [leaf('3.1', 'text/html')] }),
      leaf('4', 'application/ms-tnef', { parameters: { name: 'winmail.dat' } }),
    )
    const parts = describeStructure(root)
    expect(parts.shown.map(({ part }) => part)).toEqual(['1'])
    expect(parts.files.map(({ part }) => part.part)).toEqual(['2', '3', '4'])
  })

  it('lists no part of a report that is for programs, unless it is sent as a file', () => {
    const root = multi(
      'report',
      leaf('1', 'text/plain'),
      leaf('2', 'message/delivery-status'),
      leaf('3', 'text/rfc822-headers'),
      leaf('4', 'message/delivery-status', { dispositionParameters: { filename: 'details.txt' } }),
      leaf('5', 'message/rfc822'),
    )
    const parts = describeStructure(root)
    expect(parts.files.filter((file) => !isInline(file, parts)).map(({ part }) => part.part)).toEqual(['4', '5'])
  })

  it('shows the footer a mailing list adds', () => {
    const parts = describeStructure(multi('mixed', leaf('1', 'text/html'), leaf('2', 'text/plain')))
    expect(parts.shown.map(({ part }) => part)).toEqual(['1', '2'])
  })

  it('cuts trees that are too deep or too wide', () => {
    let deep = leaf('1', 'text/plain')
    for (let depth = 0; depth < 1_000; depth += 1) deep = multi('mixed', deep)
    expect(describeStructure(deep).shown).toEqual([])
    const wide = multi('mixed', ...Array.from({ length: 10_000 }, (_, index) => leaf(`${index + 1}`, 'image/png')))
    expect(describeStructure(wide).files.length).toBeLessThan(6_000)
    expect(describeStructure(null).files).toEqual([])
  })
})
