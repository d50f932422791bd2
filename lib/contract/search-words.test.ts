import { describe, expect, it } from 'vitest'
import { foldedText, wordPattern } from '@/lib/contract/search-words'

const found = (q: string, text: string) => {
  const pattern = wordPattern(q)
  if (pattern === null) return null
  return [...foldedText(text).matchAll(new RegExp(pattern, 'giu'))].map((match) =>
    text.slice(match.index, match.index + match[0].length),
  )
}

describe('the words to mark in a message', () => {
  it('are whole words, phrases and beginnings, whatever their capitals and accents', () => {
    expect(found('contract', 'The Contract, a subcontract, contracts')).toEqual(['Contract'])
    expect(found('contr*', 'The Contract, a subcontract, contracts')).toEqual(['Contract', 'contracts'])
    expect(found('"last page"', 'Last\n page. The last of the page.')).toEqual(['Last\n page'])
    expect(found('cafe', 'Café, CAFÉ')).toEqual(['Café', 'CAFÉ'])
    expect(found('well-known', 'a well known and a well-known')).toEqual(['well known', 'well-known'])
  })
  it('may stand anywhere where words are not written apart', () => {
    expect(found('契約', '新しい契約書')).toEqual(['契約'])
  })
  it('are those looked for in the text only', () => {
    expect(found('from:amy -draft is:unread', 'amy draft')).toBeNull()
    expect(found('(signed OR sealed) -draft', 'signed, sealed, draft')).toEqual(['signed', 'sealed'])
  })
  it('cannot be more than words', () => {
    expect(found('.* a|b $(x', 'anything')).toBeNull()
    expect(found('.* [a-z] \\', 'a z anything')).toEqual(['a z'])
  })
})
