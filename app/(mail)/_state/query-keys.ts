import type { ListMode } from '@/app/(mail)/_state/list-mode'
import type { Listed } from '@/app/(mail)/_state/listed'
import type { MessageRef } from '@/lib/contract/messages'

/** Rows of one window of a list: one request, one entry of the query cache. */
export const windowSize = 50

export const preferencesKey = ['preferences'] as const
export const mailboxesKey = ['mailboxes'] as const
export const timedKey = ['timed'] as const
export const outboxKey = ['outbox'] as const
/** Everything that is asked of contacts. */
export const contactsKey = ['contacts'] as const
/** What completion offered. */
export const completionKey = ['completion'] as const
export const bulkKey = ['bulk'] as const
export const filtersKey = ['filters'] as const
export const forwardingKey = ['forwarding'] as const
export const templatesKey = ['templates'] as const
export const templateKey = (id: string) => ['templates', id] as const
export const identitiesKey = ['identities'] as const
export const labelsKey = ['labels'] as const
export const savedSearchesKey = ['saved-searches'] as const
/** Every window of a list, or of all lists. */
export const threadsKey = (listed?: Listed) => (listed ? (['threads', listed] as const) : (['threads'] as const))
export const windowKey = (listed: Listed, mode: ListMode, index: number) => ['threads', listed, mode, index] as const
export const detailsKey = ['thread'] as const
/** A conversation as opened from a list: the list decides what stands above and below it. */
export const threadKey = (listed: Listed, mode: ListMode, ref: MessageRef) =>
  ['thread', listed, mode, ref.mailbox, ref.id] as const
export const messageKey = (ref: MessageRef) => ['message', ref.mailbox, ref.id] as const
export const refKey = (ref: MessageRef): string => `${ref.mailbox}/${ref.id}`
export const deliveryKey = (ref?: MessageRef) => (ref ? ['delivery', ref.mailbox, ref.id] : ['delivery'])
export const deliveryStateKey = (ref: MessageRef) => ['delivery', ref.mailbox, ref.id, 'state'] as const
export const originKey = (ref: MessageRef) => ['origin', ref.mailbox, ref.id]
export const bounceKey = (ref: MessageRef) => ['bounce', ref.mailbox, ref.id]
export const receiptKey = (ref: MessageRef) => ['receipt', ref.mailbox, ref.id]
export const mailQueuesKey = ['mail-queues'] as const
export const deliveryLogKey = (query: { q: string; from?: string; to?: string }) => ['delivery-log', query] as const
export const systemKey = ['system'] as const
