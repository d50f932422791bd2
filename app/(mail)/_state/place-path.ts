import { type AdminSection, isAdminSection } from '@/app/(mail)/_state/admin-sections'
import { type Listed, mailboxListed, type SearchListed } from '@/app/(mail)/_state/listed'
import { isSettingsSection, type SettingsSection } from '@/app/(mail)/_state/settings-sections'
import type { MessageRef } from '@/lib/contract/messages'

/** Where one is: a list, and the conversation opened from it if any. */
export type Place = { listed: Listed; thread: MessageRef | null }

export const settingsPath = (section: SettingsSection): string => `/settings/${section}`

export const adminPath = (section: AdminSection): string => `/admin/${section}`

export const systemPath = '/how-it-works'

export const mailboxPath = (mailbox: string): string => `/mail/${mailbox}`

const searchPart = ({ q, sort }: SearchListed): string =>
  `?${new URLSearchParams({ q, ...(sort === 'best' && { sort }) })}`

export const listedPath = (listed: Listed): string =>
  listed.kind === 'mailbox' ? mailboxPath(listed.id) : `/search${searchPart(listed)}`

/** A conversation listed in a view (starred, all) or a search lives in another mailbox, which then stands before its id. */
export function threadPath(listed: Listed, ref: MessageRef): string {
  if (listed.kind === 'search') return `/search/${ref.mailbox}~${ref.id}${searchPart(listed)}`
  return `${mailboxPath(listed.id)}/${ref.mailbox === listed.id ? '' : `${ref.mailbox}~`}${ref.id}`
}

/** The place an address names. What is no address of ours is the inbox. */
export function placeOf(pathname: string, search = ''): Place {
  const [, room, ...rest] = pathname.split('/')
  if (room === 'search') {
    const params = new URLSearchParams(search)
    const sort = params.get('sort') === 'best' ? 'best' : 'newest'
    return { listed: { kind: 'search', q: params.get('q') ?? '', sort }, thread: refOf('', rest[0]) }
  }
  // These are no lists: nothing is marked as the place one is at.
  if (room === 'settings' || room === 'admin' || room === 'contacts' || `/${room}` === systemPath)
    return { listed: mailboxListed(''), thread: null }
  const mailbox = rest[0] || 'inbox'
  return { listed: mailboxListed(mailbox), thread: refOf(mailbox, rest[1]) }
}

/** The section of the settings an address names; null anywhere else. */
export function settingsAt(pathname: string): SettingsSection | null {
  const [, room, name = ''] = pathname.split('/')
  if (room !== 'settings') return null
  return isSettingsSection(name) ? name : 'general'
}

/** The section of the team's side an address names; null anywhere else. */
export function adminAt(pathname: string): AdminSection | null {
  const [, room, name = ''] = pathname.split('/')
  if (room !== 'admin') return null
  return isAdminSection(name) ? name : 'queue'
}

function refOf(mailbox: string, last: string | undefined): MessageRef | null {
  if (!last) return null
  const cut = last.indexOf('~')
  return cut < 0 ? { mailbox, id: last } : { mailbox: last.slice(0, cut), id: last.slice(cut + 1) }
}
