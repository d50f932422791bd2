import { z } from 'zod'
import { type MessageRef, messageRefSchema } from '@/lib/contract/messages'

const refs = z.array(messageRefSchema).min(1).max(1000)
const time = z.iso.datetime()

/** Each entry is one conversation, its messages oldest first; the last one comes back unread. */
export const snoozeBody = z.object({ conversations: z.array(refs).min(1).max(200), until: time })

/** Messages in Snoozed go back where they came from, now. */
export const unsnoozeBody = z.object({ refs })
/** `moved` says where the messages are now. */
export type Snoozed = { changed: number; moved: { from: MessageRef; to: MessageRef }[] }

/** `due` null takes the reminder back. */
export const followUpBody = z.object({
  messageId: z.string().regex(/^<[^<>\s]{1,400}>$/),
  due: time.nullable(),
})

/**
 * Why a message stands where it does. `snoozed`: it sleeps in Snoozed until `at`. `woken`: it came back at `at`.
 * `no-answer`: nobody answered since `at`, so it was put on top of the inbox.
 */
export type TimedNote = { ref: MessageRef; kind: 'snoozed' | 'woken' | 'no-answer'; at: string }

/** A message sent that waits for an answer until `due`. */
export type WaitingFollowUp = { messageId: string; due: string }

export type TimedList = { notes: TimedNote[]; followUps: WaitingFollowUp[] }
