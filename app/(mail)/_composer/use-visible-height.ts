import { useEffect, useState } from 'react'

/** Height of what is really seen, above a phone's keyboard, as a CSS length. */
export function useVisibleHeight(): string {
  const [height, setHeight] = useState('100dvh')
  useEffect(() => {
    const viewport = window.visualViewport
    if (!viewport) return
    // iOS lays the keyboard over the page; elsewhere both heights are the same
    const measure = () => setHeight(`${Math.round(viewport.height)}px`)
    measure()
    viewport.addEventListener('resize', measure)
    return () => viewport.removeEventListener('resize', measure)
  }, [])
  return height
}
