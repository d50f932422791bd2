import { describe, expect, it } from 'vitest'
import { piecesOf } from '@/app/(mail)/_reader/thread-pieces'

const messages = Array.from({ length: 9 }, (_, i) => ({ ref: { mailbox: 'inbox', id: `1-${i + 1}` } }))
const number = ({ ref }: (typeof messages)[number]) => Number(ref.id.slice(2))

const shown = (open: number[], revealed: string[] = []) =>
  piecesOf(
    messages,
    (message) => open.includes(number(message)),
    (key) => revealed.includes(key),
  ).map((piece) => (piece.kind === 'message' ? number(piece.message) : piece.messages.map(number)))

describe('the column of a conversation', () => {
  it('puts away the middle of a long run of folded messages', () => {
    expect(shown([9])).toEqual([1, [2, 3, 4, 5, 6, 7], 8, 9])
  })

  it('keeps short runs, and open messages where they are', () => {
    expect(shown([4, 9])).toEqual([1, 2, 3, 4, 5, [6, 7], 8, 9])
  })

  it('shows a run again that was asked for', () => {
    expect(shown([9], ['inbox/1-5'])).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  })
})
