import { refKey } from '@/app/(mail)/_state/query-keys'
import type { MessageRef } from '@/lib/contract/messages'

/** Puts the focus on a message of the conversation, whose first button is its heading, and brings it into sight. */
export function standOnMessage(article: HTMLElement | null | undefined): void {
  article?.querySelector<HTMLElement>('button')?.focus()
  article?.scrollIntoView({ block: 'nearest' })
}

/** The same for where the message of `ref` is shown: what held the focus within it went away. */
export function returnToMessage(ref: MessageRef): void {
  standOnMessage(document.querySelector<HTMLElement>(`[data-message="${CSS.escape(refKey(ref))}"]`))
}
