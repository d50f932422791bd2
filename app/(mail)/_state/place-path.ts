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
