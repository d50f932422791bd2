'use client'

import { useEffect } from 'react'
import { loadCode } from '@/app/_ui/lazy-view'

let name = ''
let unread = 0

/** As `document.title` gives it back: blanks at the ends and repeated ones are not kept there. */
const asKept = (title: string) => title.replace(/[\t\n\f\r ]+/g, ' ').replace(/^ | $/g, '')

function show(): void {
  const title = asKept(unread > 0 ? `(${unread}) ${name}` : name)
  if (name !== '' && document.title !== title) document.title = title
}

let iconIsDue = false

/** Browsers draw an icon on the page's own thread, 12 ms of it: not while somebody waits for what was just opened. */
function showIcon(): void {
  if (iconIsDue) return
  iconIsDue = true
  setTimeout(() => {
    iconIsDue = false
    void loadCode(() => import('@/app/(mail)/_state/notify/icon')).then(({ markIcon }) => markIcon(unread))
  }, 1_000)
}

/** Names the page; null leaves that to what is shown inside. The unread count stands before it, where tabs are cut last. */
export function usePageTitle(title: string | null): void {
  useEffect(() => {
    if (title === null) return
    name = title
    show()
  }, [title])
}

/** Tells how much is unread in title and icon, so that a tab in the background does. */
export function useUnreadMark(count: number): void {
  useEffect(() => {
    // The server's own title may come after the page, and would stand over this one.
    const observer = new MutationObserver(show)
    observer.observe(document.head, { childList: true, subtree: true, characterData: true })
    return () => observer.disconnect()
  }, [])
  useEffect(() => {
    if (unread === count) return
    unread = count
    show()
    showIcon()
  }, [count])
}
