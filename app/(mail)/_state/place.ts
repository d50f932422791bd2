'use client'

import { useMemo } from 'react'
import { type ContactsPlace, contactsAt } from '@/app/(mail)/_state/contacts-path'
import type { Listed } from '@/app/(mail)/_state/listed'
import { adminAt, listedPath, type Place, placeOf, settingsAt, systemPath } from '@/app/(mail)/_state/place-path'
import { followAddress, useAddress } from '@/app/(mail)/_state/place-provider'

export function usePlace(): Place {
  const { pathname, search } = useAddress()
  return useMemo(() => placeOf(pathname, search), [pathname, search])
}

/** The section of the settings one is in; null anywhere else. */
export const useSettingsSection = () => settingsAt(useAddress().pathname)

/** The section of the team's side one is in; null anywhere else. */
export const useAdminSection = () => adminAt(useAddress().pathname)

/** Where one is among the contacts; null anywhere else. */
export function useContactsPlace(): ContactsPlace | null {
  const { pathname } = useAddress()
  return useMemo(() => contactsAt(pathname), [pathname])
}

/** Whether one looks at the living system of the demo. */
export const useIsAtSystem = () => useAddress().pathname === systemPath

/** Whether the list of a mailbox or label is the one on the screen. */
export function useIsHere(): (id: string) => boolean {
  const { listed } = usePlace()
  return (id) => listed.kind === 'mailbox' && listed.id === id
}

/**
 * Goes to a mail page without asking the server for it: every screen needed is loaded, its data comes from the cache or
 * its own request. Next's router follows `pushState`, after what is drawn here.
 */
export function goTo(path: string, options: { replace?: boolean; fromList?: boolean } = {}): void {
  const state = { fromList: options.fromList ?? false }
  if (options.replace) window.history.replaceState(state, '', path)
  else window.history.pushState(state, '', path)
  followAddress()
}

/** Back from a conversation to its list: one step back in the history when one came from there. */
export function leaveThread(listed: Listed): void {
  const state: unknown = window.history.state
  const fromList = typeof state === 'object' && state !== null && 'fromList' in state && state.fromList === true
  if (fromList) window.history.back()
  else goTo(listedPath(listed))
}
