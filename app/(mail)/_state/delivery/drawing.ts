// How the pictures of mail's way are drawn: one message's journey, and the whole demo.

export const strokes = {
  done: 'stroke-good-text',
  failed: 'stroke-danger-text',
  waiting: 'stroke-warn-text',
  open: 'stroke-line-strong',
} as const
export const fills = {
  done: 'fill-good-text',
  failed: 'fill-danger-text',
  waiting: 'fill-warn-text',
  open: 'fill-ink-faint',
} as const

/** One line drawing each, around 0,0: a window, an envelope in a tray, a book of names, two racks, a box with a flag. */
export const glyphs = {
  author: 'M-11 -9h22v16h-22z M-11 -4h22 M-4 11h8',
  host: 'M-11 -8h22v16h-22z M-11 -8l11 9l11 -9',
  dns: 'M-9 -10h15a3 3 0 0 1 3 3v17h-15a3 3 0 0 1 -3 -3z M-9 7a3 3 0 0 1 3 -3h15 M-4 -5h8',
  server: 'M-11 -10h22v8h-22z M-11 2h22v8h-22z M-7 -6h.01 M-7 6h.01',
  mailbox: 'M-11 9v-10a5 5 0 0 1 10 0v10z M-6 -6h12a5 5 0 0 1 5 5v10h-12 M3 -1v-9h5',
} as const
