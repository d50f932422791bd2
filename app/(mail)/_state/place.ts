'use client'

import { usePathname } from 'next/navigation'
import { useMemo } from 'react'
import type { MessageRef } from '@/lib/contract/messages'

/** Where one is: a mailbox, and the message opened from it if any. */
export type Place = { mailbox: string; message: MessageRef | null }

export const mailboxPath = (mailbox: string): string => `/mail/${mailbox}`

/** A message listed in a view (starred, all) lives in another mailbox, which then stands before its id. */
export const messagePath = (listed: string, ref: MessageRef): string =>
  `/mail/${listed}/${ref.mailbox === listed ? '' : `${ref.mailbox}~`}${ref.id}`

/** The place a path names. What is no path of ours is the inbox. */
export function placeOf(pathname: string): Place {
  const [, , mailbox = 'inbox', last] = pathname.split('/')
  if (!last) return { mailbox, message: null }
  const cut = last.indexOf('~')
  const ref = cut < 0 ? { mailbox, id: last } : { mailbox: last.slice(0, cut), id: last.slice(cut + 1) }
  return { mailbox, message: ref }
}

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
