import { describe, expect, test } from 'vitest'
import { type KeyPress, strokeOf } from '@/app/(mail)/_state/commands/stroke'

const press = (key: string, more: Partial<KeyPress> = {}, graph = false): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  getModifierState: (name) => graph && name === 'AltGraph',
  ...more,
})

describe('strokeOf', () => {
  test('is the character written, whatever was held to write it', () => {
    expect(strokeOf(press('j'))).toBe('j')
    expect(strokeOf(press('#', { shiftKey: true }))).toBe('#')
    expect(strokeOf(press('U', { shiftKey: true }))).toBe('U')
  })

  test('names the others, with Shift', () => {
    expect(strokeOf(press('Escape'))).toBe('Escape')
    expect(strokeOf(press('Tab', { shiftKey: true }))).toBe('Shift+Tab')
    expect(strokeOf(press(' '))).toBe('Space')
  })

  test('is the same key under Caps Lock', () => {
    expect(strokeOf(press('J'))).toBe('j')
    expect(strokeOf(press('u', { shiftKey: true }))).toBe('U')
  })

  test('takes Ctrl and Cmd for one, and AltGr for neither Ctrl nor Alt', () => {
    expect(strokeOf(press('k', { ctrlKey: true }))).toBe('Mod+k')
    expect(strokeOf(press('K', { metaKey: true, shiftKey: true }))).toBe('Mod+Shift+k')
    expect(strokeOf(press('[', { ctrlKey: true, altKey: true }, true))).toBe('[')
  })

  test('goes by the place of the key where the layout writes no Latin letters', () => {
    expect(strokeOf(press('о', { code: 'KeyJ' }))).toBe('j')
    expect(strokeOf(press('ü', { code: 'BracketLeft' }))).toBe('ü')
  })

  test('is nothing for modifiers, dead keys and an input method at work', () => {
    for (const key of ['Shift', 'AltGraph', 'Dead', 'Process']) expect(strokeOf(press(key))).toBeNull()
    expect(strokeOf(press('j', { isComposing: true }))).toBeNull()
  })
})
