import type { ContactBody } from '@/lib/contract/contacts'

/** The place of one that has no id yet. */
export const newContact = 'new'

/** What was written into forms that were left without saving, by the id of the contact. */
const unsaved = new Map<string, ContactBody>()

/** What takes the words about one from the screen, while they are there. */
const said = new Map<string, () => void>()

const ask = (event: BeforeUnloadEvent) => event.preventDefault()

export const unsavedContact = (key: string): ContactBody | undefined => unsaved.get(key)

/** Kept as long as this page is; the browser asks before it takes that away. */
export function keepUnsaved(key: string, body: ContactBody): void {
  unsaved.set(key, body)
  window.addEventListener('beforeunload', ask)
}

/** Somebody went elsewhere and was told so. `unsay` takes that away when it is not true any more. */
export function leaveUnsaved(key: string, unsay: () => void): void {
  said.set(key, unsay)
}

export function resumeUnsaved(key: string): void {
  said.get(key)?.()
  said.delete(key)
}

export function dropUnsaved(...keys: string[]): void {
  for (const key of keys) {
    unsaved.delete(key)
    resumeUnsaved(key)
  }
  if (unsaved.size === 0) window.removeEventListener('beforeunload', ask)
}
