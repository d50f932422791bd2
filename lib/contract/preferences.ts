// No schema here: the browser's first page needs the defaults, and must not load zod for them.

export const densities = ['comfortable', 'default', 'compact'] as const
export const panes = ['none', 'right', 'below'] as const
export const clocks = ['locale', '12', '24'] as const
export const undoWindows = [0, 5, 10, 20, 30] as const
export const receiptChoices = ['ask', 'never'] as const
export const themes = ['system', 'light', 'dark'] as const

/** How a person wants Waypost. One document an account, the same in every browser. */
export type Preferences = {
  /** Height of a row of the list. On a phone rows are as they are. */
  density: (typeof densities)[number]
  /** Where an opened conversation is shown: in the list's place, right of it or below it. */
  pane: (typeof panes)[number]
  /** Part of the room the list keeps beside or above the pane, in percent, 20 to 80. */
  paneSize: { right: number; below: number }
  /** Lists show conversations; single messages otherwise. */
  conversations: boolean
  clock: (typeof clocks)[number]
  /** Null: never chosen, so the browser's own cookie counts. */
  theme: (typeof themes)[number] | null
  locale: 'en' | 'de' | null
  /** Tell of new mail on the desktop. Each browser asks for its own permission, too. */
  notifications: boolean
  sound: boolean
  /** Seconds until what is opened is marked read, 0 to 60; null: never by itself. */
  markReadAfter: number | null
  /** Seconds in which a message sent can be taken back. */
  undoSeconds: (typeof undoWindows)[number]
  /** What asks for a read receipt is answered by asking the person, or never. None is ever sent unasked. */
  readReceipts: (typeof receiptChoices)[number]
  /** The person's own keys: command to sequences; an empty list takes the key away. */
  keys: Record<string, string[]>
}

/** What changes; all else stays. `keys` is replaced as a whole. */
export type PreferencesChange = Partial<Preferences>

export const defaultPreferences: Preferences = {
  density: 'default',
  pane: 'none',
  paneSize: { right: 42, below: 45 },
  conversations: true,
  clock: 'locale',
  theme: null,
  locale: null,
  notifications: false,
  sound: false,
  markReadAfter: 0,
  undoSeconds: 10,
  readReceipts: 'ask',
  keys: {},
}
