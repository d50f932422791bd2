import { type DragEvent, useRef, useState } from 'react'

const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')

/**
 * Files dropped anywhere on the composer. `over` while they hover, to say that they may be let go; `inText` if they
 * fell into the rich text, where images belong into the body.
 */
export function useFileDrop(onFiles: (files: File[], inText: boolean) => void) {
  const [over, setOver] = useState(false)
  // Entering a child fires before leaving its parent: only the count says whether the pointer is outside.
  const depth = useRef(0)
  const enter = (step: 1 | -1) => (event: DragEvent) => {
    if (!hasFiles(event)) return
    depth.current = Math.max(0, depth.current + step)
    setOver(depth.current > 0)
  }
  const handlers = {
    onDragEnter: enter(1),
    onDragLeave: enter(-1),
    onDragOver: (event: DragEvent) => hasFiles(event) && event.preventDefault(),
    onDrop: (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      depth.current = 0
      setOver(false)
      onFiles(
        [...event.dataTransfer.files],
        event.target instanceof Element && event.target.closest('.rich-body') !== null,
      )
    },
  }
  return { over, handlers }
}
