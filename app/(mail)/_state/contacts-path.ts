/** Where one is among the contacts: in a group or in all of them, and at which contact; `new` is one to be written. */
export type ContactsPlace = { group: string | null; contact: string | null }

const groupMark = 'group-'

export const contactsPath = ({ group, contact }: ContactsPlace): string =>
  ['/contacts', group === null ? null : groupMark + group, contact].filter((part) => part !== null).join('/')

/** The place an address names; null when it names none of the contacts. */
export function contactsAt(pathname: string): ContactsPlace | null {
  const [, room, first = '', second] = pathname.split('/')
  if (room !== 'contacts') return null
  if (!first.startsWith(groupMark)) return { group: null, contact: first || null }
  return { group: first.slice(groupMark.length), contact: second || null }
}
