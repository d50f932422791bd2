import { describe, expect, it } from 'vitest'
import { countUidSet, splitUidSet, toUidSet, uidsOf } from '@/lib/mail/imap/uid-set'

describe('a set of UIDs', () => {
  it('is printed as short as it can be', () => {
    expect(toUidSet([3, 1, 2, 7, 9, 8, 20])).toBe('1:3,7:9,20')
    expect(toUidSet([5, 5])).toBe('5')
    expect(toUidSet([])).toBe('')
  })

  it('is cut into pieces that hold every UID once, in order', () => {
    expect(splitUidSet('1:5,7,10:12', 4)).toEqual(['1:4', '5,7,10:11', '12'])
    expect(splitUidSet('', 4)).toEqual([])
    const pieces = splitUidSet('1:100000', 500)
    expect(pieces).toHaveLength(200)
    expect(pieces.reduce((sum, piece) => sum + countUidSet(piece), 0)).toBe(100_000)
  })

  it('is read in the order it is written', () => {
    expect(uidsOf('7,1:3')).toEqual([7, 1, 2, 3])
  })

  it('counts ranges written either way round', () => {
    expect(countUidSet('9:5,1')).toBe(6)
  })

  it('is refused when it is none', () => {
    expect(() => countUidSet('1:*')).toThrow(RangeError)
  })
})
