import { describe, expect, it } from 'vitest'
import { isFoundBy, patternsOf, wordsOf } from '@/lib/db/contacts/words'

describe('what a contact is found by', () => {
  const found = (name: string, address: string, typed: string) => isFoundBy(wordsOf([name], [address]), typed)

  it('is the beginning of each word of the name, without accents and case', () => {
    expect(found('John Smith', 'jsmith@redemailserver.com', 'smi')).toBe(true)
    expect(found('María Müller', 'maria@redemailserver.com', 'MULL')).toBe(true)
    expect(found('John Smith', 'jsmith@redemailserver.com', 'mith')).toBe(false)
    expect(found("Conan O'Neil", 'c@x.example', 'neil')).toBe(true)
    expect(found("Conan O'Neil", 'c@x.example', "o'ne")).toBe(true)
  })

  it('is the beginning of the address, of its domain and of each part', () => {
    expect(found('', 'maria@redemailserver.com', 'maria@red')).toBe(true)
    expect(found('', 'maria@mail.redemailserver.com', 'mail.red')).toBe(true)
    expect(found('', 'a.b+c@x.example', 'b')).toBe(true)
    expect(found('', 'a.b+c@x.example', 'b+c')).toBe(false)
  })

  it('is every typed word, in any order', () => {
    expect(found('John Smith', 'jsmith@redemailserver.com', 'smith, john')).toBe(true)
    expect(found('John Smith', 'jsmith@redemailserver.com', 'red john')).toBe(true)
    expect(found('John Smith', 'jsmith@redemailserver.com', 'john maria')).toBe(false)
    expect(found('John Smith', 'jsmith@redemailserver.com', ' ')).toBe(true)
  })
})

describe('the same for the database', () => {
  it('takes signs of LIKE for what they are', () => {
    expect(patternsOf('50% a_b')).toEqual(['% 50\\%%', '% a\\_b%'])
  })

  it('is ten words at most', () => {
    expect(patternsOf('a '.repeat(1_000))).toHaveLength(10)
  })
})
