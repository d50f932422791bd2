'use client'

import { useEffect, useRef } from 'react'

type Shortcuts = Record<string, (() => void) | undefined>

const busyPlaces =
  'input:not([type=checkbox]), textarea, select, [contenteditable], [role=menu], [role=dialog], [role=listbox]'

/**
 * Single keys, and two in a row written `g i`. Keys typed into a field, a menu or a dialog belong to those; keys with
 * Ctrl, Alt or Meta belong to the browser.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts)
  useEffect(() => {
    current.current = shortcuts
  })
  useEffect(() => {
    let prefix = ''
    let timer = 0
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (event.target instanceof Element && event.target.closest(busyPlaces)) return
      const run = current.current[prefix + event.key]
      clearTimeout(timer)
      prefix = prefix === '' && event.key === 'g' ? 'g ' : ''
      timer = window.setTimeout(() => {
        prefix = ''
      }, 1200)
      if (!run) return
      event.preventDefault()
      run()
    }
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('keydown', onKey)
      clearTimeout(timer)
    }
  }, [])
}
