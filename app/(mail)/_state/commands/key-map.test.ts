import { describe, expect, test } from 'vitest'
import { commandIds } from '@/app/(mail)/_state/commands/command-list'
import { conflictOf, keysOf, sequencesOf } from '@/app/(mail)/_state/commands/key-map'

describe('the keys as delivered', () => {
  test('are in nobody’s way', () => {
    for (const id of commandIds) {
      for (const sequence of keysOf(id, {})) expect(conflictOf(id, sequence, {}), `${id} ${sequence}`).toBeNull()
    }
  })
})

describe('conflictOf', () => {
  test('names the command that has the key already', () => {
    expect(conflictOf('mute', 'e', {})).toEqual({ kind: 'taken', by: 'archive' })
  })

  test('allows one key for two commands that never meet', () => {
    expect(conflictOf('next-message', 'x', {})).toBeNull()
  })

  test('sees a sequence that begins another, both ways', () => {
    expect(conflictOf('mute', 'g', {})).toEqual({ kind: 'begun-by', by: 'go-inbox' })
    expect(conflictOf('mute', 'e m', {})).toEqual({ kind: 'begins', by: 'archive' })
  })

  test('goes by the person’s own keys', () => {
    expect(conflictOf('mute', 'e', { archive: ['y'] })).toBeNull()
    expect(conflictOf('mute', 'y', { archive: ['y'] })).toEqual({ kind: 'taken', by: 'archive' })
  })

  test('leaves to the browser and to moving about what they need', () => {
    for (const key of ['Mod+w', 'Alt+d', 'Tab', 'Shift+Tab', 'Enter', 'ArrowDown', 'g Space', 'F5']) {
      expect(conflictOf('mute', key, {}), key).toEqual({ kind: 'reserved' })
    }
  })
})

test('one key may mean a command of the list and one of the reader', () => {
  expect(sequencesOf({}).get('u')).toEqual(['refresh', 'back'])
})
