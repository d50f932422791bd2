/** Where a command can be given. Two of the same place must not share a key. */
export type CommandPlace = 'list' | 'reader'

export type CommandSpec = {
  group: (typeof commandGroups)[number]
  /** Everywhere when not said. */
  place?: CommandPlace
  /** Keys as delivered, each a sequence of strokes (see `strokeOf`) with spaces between. */
  keys: readonly string[]
  /** Heard while one types in a field, too. */
  inFields?: true
}

/** In the order they are listed in. */
export const commandGroups = ['go', 'move', 'act', 'answer', 'select', 'app'] as const

/**
 * Everything the keyboard can do: Gmail's keys, so that fingers from there know them. A command without keys is in the
 * palette only, until a person gives it some. Names stand in the catalogues under `palette.commands`.
 */
const list = {
  'go-inbox': { group: 'go', keys: ['g i'] },
  'go-starred': { group: 'go', keys: ['g s'] },
  'go-snoozed': { group: 'go', keys: ['g b'] },
  'go-sent': { group: 'go', keys: ['g t'] },
  'go-drafts': { group: 'go', keys: ['g d'] },
  'go-all': { group: 'go', keys: ['g a'] },
  'go-contacts': { group: 'go', keys: ['g c'] },
  'go-settings': { group: 'go', keys: ['g ,'] },

  next: { group: 'move', keys: ['j'] },
  previous: { group: 'move', keys: ['k'] },
  open: { group: 'move', place: 'list', keys: ['o'] },
  refresh: { group: 'move', place: 'list', keys: ['u'] },
  back: { group: 'move', place: 'reader', keys: ['u', 'Escape'] },
  'next-message': { group: 'move', place: 'reader', keys: ['n'] },
  'previous-message': { group: 'move', place: 'reader', keys: ['p'] },
  'expand-all': { group: 'move', place: 'reader', keys: [';'] },
  'collapse-all': { group: 'move', place: 'reader', keys: [':'] },

  archive: { group: 'act', keys: ['e'] },
  'archive-and-older': { group: 'act', place: 'reader', keys: ['['] },
  'archive-and-newer': { group: 'act', place: 'reader', keys: [']'] },
  delete: { group: 'act', keys: ['#'] },
  spam: { group: 'act', keys: ['!'] },
  star: { group: 'act', keys: ['s'] },
  'mark-read': { group: 'act', keys: ['I'] },
  'mark-unread': { group: 'act', keys: ['U'] },
  label: { group: 'act', keys: ['l'] },
  move: { group: 'act', keys: ['v'] },
  snooze: { group: 'act', keys: ['b'] },
  mute: { group: 'act', keys: ['m'] },
  undo: { group: 'act', keys: ['z'] },

  compose: { group: 'answer', keys: ['c'] },
  reply: { group: 'answer', place: 'reader', keys: ['r'] },
  'reply-all': { group: 'answer', place: 'reader', keys: ['a'] },
  forward: { group: 'answer', place: 'reader', keys: ['f'] },

  select: { group: 'select', place: 'list', keys: ['x'] },
  'select-all': { group: 'select', place: 'list', keys: ['* a'] },
  'select-none': { group: 'select', place: 'list', keys: ['* n', 'Escape'] },
  'select-read': { group: 'select', place: 'list', keys: ['* r'] },
  'select-unread': { group: 'select', place: 'list', keys: ['* u'] },
  'select-starred': { group: 'select', place: 'list', keys: ['* s'] },

  search: { group: 'app', keys: ['/'] },
  palette: { group: 'app', keys: ['Mod+k'], inFields: true },
  shortcuts: { group: 'app', keys: ['?'] },
} as const satisfies Record<string, CommandSpec>

export type CommandId = keyof typeof list

export const commands: Record<CommandId, CommandSpec> = list
export const commandIds = Object.keys(list) as CommandId[]
