import { describe, expect, it } from 'vitest'
import { type SuggestionSources, suggest, typedPiece } from '@/app/(mail)/_search/suggest'

const sources: SuggestionSources = {
  people: [
    { name: 'Maria Rossi', address: 'maria@red.example' },
    { name: '', address: 'frank@blue.example' },
  ],
  labels: [{ name: 'To do', value: 'To do' }],
  mailboxes: [
    { name: 'Inbox', value: 'inbox' },
    { name: 'Projects/Berlin', value: 'Projects/Berlin' },
  ],
  recent: ['from:maria contract', 'larger:5M'],
  saved: [{ name: 'Big ones', query: 'larger:10M' }],
}
const textsFor = (text: string) => suggest(text, sources).map((each) => each.text)

describe('suggestions', () => {
  it('begin with searches made before', () => {
    expect(textsFor('')).toEqual(['from:maria contract', 'larger:5M', 'larger:10M'])
    expect(suggest('big', sources)[0]).toMatchObject({ kind: 'saved', name: 'Big ones', whole: true })
  })
  it('explain the operators whose name begins as typed', () => {
    expect(suggest('invoice fr', sources)[0]).toMatchObject({ kind: 'operator', text: 'invoice from:', whole: false })
  })
  it('name people where an operator wants people', () => {
    expect(textsFor('from:ros')).toEqual(['from:maria@red.example '])
    expect(textsFor('x -to:fra')).toEqual(['x -to:frank@blue.example '])
    expect(textsFor('mar')).toContain('from:maria@red.example ')
  })
  it('name mailboxes and labels, in quotes where they need them', () => {
    expect(textsFor('in:ber')).toEqual(['in:Projects/Berlin '])
    expect(textsFor('label:"to')).toEqual(['label:"To do" '])
  })
  it('name the values an operator knows', () => {
    expect(textsFor('is:un')).toEqual(['is:unread '])
    expect(textsFor('(has:')).toEqual(['(has:attachment '])
    expect(textsFor('after:')).toEqual(['after:today ', 'after:yesterday '])
  })
  it('say nothing after a space', () => {
    expect(textsFor('report ')).toEqual([])
  })
})

describe('the piece being typed', () => {
  it('is what stands at the end', () => {
    expect(typedPiece('a -from:am')).toEqual({ before: 'a ', minus: '-', operator: 'from', value: 'am' })
    expect(typedPiece('well-kn')).toEqual({ before: '', minus: '', operator: '', value: 'well-kn' })
    expect(typedPiece('subject:"two wo')).toMatchObject({ operator: 'subject', value: 'two wo' })
  })
})
