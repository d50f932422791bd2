import { expect, test } from 'vitest'
import { piecesOf } from '@/app/(mail)/_list/excerpts'

test('an excerpt is its text, whatever is marked', () => {
  const text = 'a <b>signed</b> contract'
  const marks: [number, number][] = [
    [5, 11],
    [16, 24],
    [6, 8],
    [20, 99],
  ]
  const pieces = piecesOf({ text, marks })
  expect(pieces.map((piece) => piece.text).join('')).toBe(text)
  expect(pieces.filter(({ marked }) => marked).map((piece) => piece.text)).toEqual(['signed', 'contract'])
  expect(piecesOf({ text, marks: [] })).toEqual([{ text, start: 0, marked: false }])
})
