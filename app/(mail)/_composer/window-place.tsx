import { type ReactNode, useEffect, useInsertionEffect, useState } from 'react'
import { createPortal } from 'react-dom'

function makeRoom(): HTMLElement {
  const room = document.createElement('div')
  room.style.display = 'contents'
  return room
}

type WindowPlaceProps = {
  /** Null while there is none: it stays where it was. */
  place: HTMLElement | null
  /** Brings it into sight when it comes there. */
  reveal: boolean
  children: ReactNode
}

/** Stands in a place on the page, and moves to another without being made anew: text, cursor and uploads stay. */
export function WindowPlace({ place, reveal, children }: WindowPlaceProps) {
  const [room] = useState(makeRoom)
  // Before what is inside takes the focus.
  useInsertionEffect(() => {
    place?.append(room)
  }, [place, room])
  useInsertionEffect(() => () => room.remove(), [room])
  useEffect(() => {
    if (reveal && place) room.firstElementChild?.scrollIntoView({ block: 'end' })
  }, [reveal, place, room])
  return createPortal(children, room)
}
