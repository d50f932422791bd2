import type { MessageRef } from '@/lib/contract/messages'

/** Rows of one window of a list: one request, one entry of the query cache. */
export const windowSize = 50

export const mailboxesKey = ['mailboxes'] as const
export const messagesKey = (mailbox?: string) => (mailbox ? (['messages', mailbox] as const) : (['messages'] as const))
export const windowKey = (mailbox: string, index: number) => ['messages', mailbox, index] as const
export const messageKey = (ref: MessageRef) => ['message', ref.mailbox, ref.id] as const
export const refKey = (ref: MessageRef): string => `${ref.mailbox}/${ref.id}`
