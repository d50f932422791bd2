import type { MessageRef } from '@/lib/contract/messages'
import type { DeliveryLogQuery } from '@/lib/contract/queue'
import type { SearchQuery } from '@/lib/contract/search'
import type { ListThreadsQuery, ReadThreadQuery } from '@/lib/contract/threads'

const message = (ref: MessageRef) => `/api/messages/${ref.mailbox}/${ref.id}`

/** Every address of the HTTP interface, so that no screen spells one. */
export const urls = {
  mailboxes: () => '/api/mailboxes',
  message,
  /** The sanitised HTML body, a document of its own for an iframe. */
  body: (ref: MessageRef, options: { images: boolean }) => `${message(ref)}/body${options.images ? '?images=1' : ''}`,
  /** The document of a body, still empty: takes its text by message. */
  bodyFrame: () => '/api/body-frame',
  /** One attachment: saved, or with `view` shown in the browser where its type is safe to show. */
  part: (ref: MessageRef, part: string, options: { view?: boolean } = {}) =>
    `${message(ref)}/parts/${part}${options.view ? '?view=1' : ''}`,
  zip: (ref: MessageRef) => `${message(ref)}/zip`,
  /** The original as text in the browser. */
  source: (ref: MessageRef) => `${message(ref)}/source`,
  /** The original as a file. */
  eml: (ref: MessageRef) => `${message(ref)}/eml`,
  /** The message laid out for paper. */
  print: (ref: MessageRef) => `${message(ref)}/print`,
  changes: () => '/api/messages/changes',
  remove: () => '/api/messages/remove',
  drafts: () => '/api/drafts',
  startDraft: () => '/api/drafts/start',
  send: () => '/api/send',
  outbox: () => '/api/outbox',
  heldMessage: (id: string) => `/api/outbox/${id}`,
  sendNow: (id: string) => `/api/outbox/${id}/send`,
  uploads: () => '/api/uploads',
  upload: (uploadId: string) => `/api/uploads/${uploadId}`,
  // conversations
  threads: ({ mailbox, mode, offset, limit }: ListThreadsQuery) =>
    `/api/threads?mailbox=${mailbox}&mode=${mode}&offset=${offset}&limit=${limit}`,
  /** A conversation by any of its messages. */
  thread: (ref: MessageRef, { listed, mode }: ReadThreadQuery) =>
    `/api/threads/${ref.mailbox}/${ref.id}?mode=${mode}${listed === undefined ? '' : `&listed=${listed}`}`,

  // labels and folders
  labels: () => '/api/labels',
  label: (id: string) => `/api/labels/${id}`,
  folders: () => '/api/folders',
  folder: (id: string) => `/api/folders/${id}`,

  // search
  search: ({ offset, limit, ...query }: SearchQuery) =>
    `/api/search?${new URLSearchParams({ ...query, offset: String(offset), limit: String(limit) })}`,
  savedSearches: () => '/api/saved-searches',
  savedSearch: (id: string) => `/api/saved-searches/${id}`,

  // timed and bulk work
  timed: () => '/api/timed',
  snooze: () => '/api/snooze',
  followUps: () => '/api/follow-ups',
  bulk: () => '/api/bulk',
  bulkAction: (id: string) => `/api/bulk/${id}`,
  undoBulk: (id: string) => `/api/bulk/${id}/undo`,

  // preferences
  preferences: () => '/api/preferences',

  // delivery
  delivery: (ref: MessageRef) => `${message(ref)}/delivery`,
  receipt: (ref: MessageRef) => `${message(ref)}/receipt`,
  bounce: (ref: MessageRef) => `${message(ref)}/bounce`,
  origin: (ref: MessageRef) => `${message(ref)}/origin`,
  attempts: () => '/api/attempts',
  deliveryStates: () => '/api/delivery/states',

  // writing
  identities: () => '/api/identities',
  checkRecipients: () => '/api/recipients/check',
  unsubscribe: (ref: MessageRef) => `${message(ref)}/unsubscribe`,
  filters: () => '/api/filters',
  forwarding: () => '/api/filters/forwarding',
  identity: (address: string) => `/api/identities/${encodeURIComponent(address)}`,

  // admin
  mailQueues: (q = '') => `/api/admin/queue${q === '' ? '' : `?${new URLSearchParams({ q })}`}`,
  deliveryLog: (query: DeliveryLogQuery) => `/api/admin/deliveries?${new URLSearchParams(query)}`,

  // the demo
  livingSystem: () => '/api/demo/system',
  faults: () => '/api/demo/faults',

  contacts: (q: string) => `/api/contacts?q=${encodeURIComponent(q)}`,
  events: () => '/api/events',
  signIn: () => '/api/sign-in',
  signOut: () => '/api/sign-out',
  session: () => '/api/session',
  sessions: () => '/api/sessions',
  sessionById: (id: string) => `/api/sessions/${id}`,
} as const
