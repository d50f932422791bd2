const names: Record<string, string> = { Escape: 'Esc', Delete: 'Del' }

const isMac = () => typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)

/** A sequence as people read it: `g i`, `Ctrl+K`, `Esc`. */
export const keysText = (sequence: string): string =>
  sequence
    .split(' ')
    .map((stroke) => names[stroke] ?? stroke.replace('Mod+', isMac() ? '⌘' : 'Ctrl+').replace(/(?<=[+⌘])[a-z]$/, upper))
    .join(' ')

const upper = (letter: string) => letter.toUpperCase()
