'use client'

import { usePathname } from 'next/navigation'
import { useMemo } from 'react'
import { mailboxPath, type Place, placeOf } from '@/app/(mail)/_state/place-path'

export function usePlace(): Place {
  const pathname = usePathname()
  return useMemo(() => placeOf(pathname), [pathname])
}

/**
 * Goes to a mail page without asking the server for it: every screen needed is loaded, its data comes from the cache or
 * its own request. Next's router follows `pushState`.
 */
export function goTo(path: string, options: { replace?: boolean; fromList?: boolean } = {}): void {
  const state = { fromList: options.fromList ?? false }
  if (options.replace) window.history.replaceState(state, '', path)
  else window.history.pushState(state, '', path)
}

/** Back from a message to its list: one step back in the history when one came from there. */
export function leaveMessage(mailbox: string): void {
  const state: unknown = window.history.state
  const fromList = typeof state === 'object' && state !== null && 'fromList' in state && state.fromList === true
  if (fromList) window.history.back()
  else goTo(mailboxPath(mailbox))
}
