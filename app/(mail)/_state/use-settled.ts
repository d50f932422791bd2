'use client'

import { useEffect, useState } from 'react'

/** A text once nobody has typed for `pauseMs`: each letter of a fast word need not be asked for. */
export function useSettled(text: string, pauseMs: number): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text, pauseMs])
  return settled
}
