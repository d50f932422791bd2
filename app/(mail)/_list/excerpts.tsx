import { Fragment } from 'react'
import type { Excerpt } from '@/lib/contract/threads'

/** Pieces of a message around the words searched for, with those marked. Text only, whatever the message holds. */
export function Excerpts({ excerpts }: { excerpts: Excerpt[] }) {
  return excerpts.map((excerpt, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: they never move
    <Fragment key={at}>
      {at > 0 && ' … '}
      {piecesOf(excerpt).map(({ text, start, marked }) =>
        marked ? (
          <mark key={start} className="rounded-[2px] bg-mark text-ink">
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </Fragment>
  ))
}

/** The text in order, cut where a mark begins and ends. Marks outside of it or over each other are left out. */
export function piecesOf({ text, marks }: Excerpt): { text: string; start: number; marked: boolean }[] {
  const pieces: { text: string; start: number; marked: boolean }[] = []
  const add = (start: number, end: number, marked: boolean) => {
    if (end > start) pieces.push({ text: text.slice(start, end), start, marked })
  }
  let at = 0
  for (const [start, end] of [...marks].sort(([a], [b]) => a - b)) {
    if (start < at || end > text.length) continue
    add(at, start, false)
    add(start, end, true)
    at = end
  }
  add(at, text.length, false)
  return pieces
}
