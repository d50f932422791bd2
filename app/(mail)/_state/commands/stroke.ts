/** What is read of a KeyboardEvent. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'getModifierState'
>

const notKeys = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Process', 'Unidentified'])

/**
 * One key press as text: the character it writes (`j`, `#`, `U`) or the key's name (`Escape`, `Shift+Tab`), with `Mod+`
 * for Ctrl or Cmd and `Alt+` before it. Null for what is no key of its own: a modifier, a dead key, an input method at work.
 */
export function strokeOf(press: KeyPress): string | null {
  if (press.isComposing || notKeys.has(press.key) || press.key === '') return null
  // On Windows AltGr says Ctrl and Alt too, and is how many layouts write # [ ] and others.
  const graph = press.getModifierState('AltGraph')
  const mod = !graph && (press.ctrlKey || press.metaKey)
  const alt = !graph && press.altKey
  const key = press.key === ' ' ? 'Space' : letterOf(press, mod || alt)
  const shift = press.shiftKey && (key.length > 1 || ((mod || alt) && /[a-z]/.test(key)))
  return `${mod ? 'Mod+' : ''}${alt ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key}`
}

/** Caps Lock does not make `j` another key; where the layout writes no Latin letters, the key's place counts. */
function letterOf({ key, code, shiftKey }: KeyPress, lower: boolean): string {
  if (key.length > 1 || !/\p{L}/u.test(key)) return key
  const place = /^Key([A-Z])$/.exec(code)?.[1]
  const letter = /[a-z]/i.test(key) || !place ? key : place
  return shiftKey && !lower ? letter.toUpperCase() : letter.toLowerCase()
}
