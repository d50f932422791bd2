import type { Listed } from '@/app/(mail)/_state/listed'
import type { MessageRef } from '@/lib/contract/messages'

/** A time is asked for: until when conversations sleep, or when to remind of a message sent. */
export type TimedIntent =
  | { kind: 'snooze'; conversations: MessageRef[][]; done: () => void }
  | { kind: 'snooze-everything'; listed: Listed; done: () => void }
  | { kind: 'follow-up'; messageId: string }

type Listener = (intent: TimedIntent) => void

let listener: Listener | null = null

/** Opens the picker of times. */
export function askForTime(intent: TimedIntent): void {
  listener?.(intent)
}

/** For the shell, which loads the picker when it is first asked for. Gives what stops it. */
export function onTimeAsked(next: Listener): () => void {
  listener = next
  return () => {
    if (listener === next) listener = null
  }
}
