import type { AttemptList } from '@/lib/contract/attempts'
import type { Bounce } from '@/lib/contract/bounce'
import type { BulkList, BulkState, StartBulk } from '@/lib/contract/bulk'
import type { Change, ChangesApplied, MessagesRemoved } from '@/lib/contract/changes'
import type { ContactList } from '@/lib/contract/contacts'
import type { Delivery, DeliveryStates } from '@/lib/contract/delivery'
import type { Draft, DraftSaved, DraftStarted, MessageSent, SendOptions, StartDraft } from '@/lib/contract/drafts'
import type { FaultList, SwitchFault } from '@/lib/contract/faults'
import type { Filters, Forwarding, SaveFilters } from '@/lib/contract/filters'
import type { ChangeFolder, CreateFolder, FolderDeleted, FolderSaved } from '@/lib/contract/folders'
import type { Identity, IdentityBody, IdentityList } from '@/lib/contract/identities'
import type { ChangeLabel, CreateLabel, Label, LabelDeleted, LabelList } from '@/lib/contract/labels'
import type { MailboxList } from '@/lib/contract/mailboxes'
import type { MessageDetail, MessageRef } from '@/lib/contract/messages'
import type { MessageOrigin } from '@/lib/contract/origin'
import type { HeldMessage, Outbox } from '@/lib/contract/outbox'
import type { Preferences, PreferencesChange } from '@/lib/contract/preferences'
import type { Problem } from '@/lib/contract/problem'
import type {
  ChangeQueue,
  DeliveryCommand,
  DeliveryLog,
  DeliveryLogQuery,
  MailQueues,
  QueueChanged,
} from '@/lib/contract/queue'
import type { RecipientsChecked } from '@/lib/contract/recipients'
import type { SavedSearch, SavedSearchBody, SavedSearchList } from '@/lib/contract/saved-searches'
import type { SearchQuery, SearchWindow } from '@/lib/contract/search'
import type { SessionAccount, SessionList, SessionRevoked, SignIn } from '@/lib/contract/session'
import type { LivingSystem } from '@/lib/contract/system'
import type { ListThreadsQuery, ReadThreadQuery, ThreadDetail, ThreadWindow } from '@/lib/contract/threads'
import type { Snoozed, TimedList } from '@/lib/contract/timed'
import { urls } from '@/lib/contract/urls'

/** What the server answered instead of doing it, or `offline` when nothing answered at all. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly code: Problem['code'] | 'offline'
  readonly detail: string | null
  readonly retryable: boolean
  readonly retryAfterSeconds: number | null

  constructor(problem: { code: Problem['code'] | 'offline' } & Partial<Omit<Problem, 'code'>>, options?: ErrorOptions) {
    super(problem.code, options)
    this.code = problem.code
    this.detail = problem.detail ?? null
    this.retryable = problem.retryable ?? false
    this.retryAfterSeconds = problem.retryAfterSeconds ?? null
  }
}

async function call<T>(url: string, init: RequestInit = {}): Promise<T> {
  let response: Response
  try {
    response = await fetch(url, { ...init, headers: { accept: 'application/json', ...init.headers } })
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    throw new ApiError({ code: 'offline', retryable: true }, { cause })
  }
  if (response.ok) return (await response.json()) as T
  throw await problemOf(response)
}

/** Reads a refusal; anything that is not ours (a proxy's page) becomes `internal`. */
async function problemOf(response: Response): Promise<ApiError> {
  try {
    const problem = (await response.json()) as Partial<Problem>
    if (typeof problem.code === 'string') return new ApiError({ ...problem, code: problem.code })
  } catch {
    // not JSON: a proxy or a crash answered
  }
  return new ApiError({ code: 'internal', retryable: response.status >= 500 })
}

function send<T>(method: 'POST' | 'PUT' | 'DELETE', url: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  return call<T>(url, {
    method,
    signal,
    headers: { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
}

/** The typed fetch: one function a request. Each throws `ApiError`. */
export const api = {
  signIn: (body: SignIn) => send<SessionAccount>('POST', urls.signIn(), body),
  signOut: () => send<{ signedOut: true }>('POST', urls.signOut(), {}),
  session: (signal?: AbortSignal) => call<SessionAccount>(urls.session(), { signal }),
  sessions: (signal?: AbortSignal) => call<SessionList>(urls.sessions(), { signal }),
  revokeSession: (id: string) => send<SessionRevoked>('DELETE', urls.sessionById(id)),
  mailboxes: (signal?: AbortSignal) => call<MailboxList>(urls.mailboxes(), { signal }),
  message: (ref: MessageRef, signal?: AbortSignal) => call<MessageDetail>(urls.message(ref), { signal }),
  applyChanges: (changes: Change[]) => send<ChangesApplied>('POST', urls.changes(), { changes }),
  removeMessages: (refs: MessageRef[]) => send<MessagesRemoved>('POST', urls.remove(), { refs }),
  startDraft: (body: StartDraft) => send<DraftStarted>('POST', urls.startDraft(), body),
  saveDraft: (draft: Draft, saved: MessageRef | null, signal?: AbortSignal) =>
    send<DraftSaved>('PUT', urls.drafts(), { draft, saved }, signal),
  sendMessage: (draft: Draft, saved: MessageRef | null, options: Partial<SendOptions> = {}) =>
    send<MessageSent>('POST', urls.send(), { draft, saved, ...options }),
  outbox: (signal?: AbortSignal) => call<Outbox>(urls.outbox(), { signal }),
  recall: (id: string) => send<DraftStarted>('DELETE', urls.heldMessage(id)),
  sendNow: (id: string) => send<HeldMessage>('POST', urls.sendNow(id)),
  removeUpload: (uploadId: string) => send<{ removed: true }>('DELETE', urls.upload(uploadId)),
  // conversations
  threads: (query: ListThreadsQuery, signal?: AbortSignal) => call<ThreadWindow>(urls.threads(query), { signal }),
  thread: (ref: MessageRef, query: ReadThreadQuery, signal?: AbortSignal) =>
    call<ThreadDetail>(urls.thread(ref, query), { signal }),

  // labels and folders
  labels: (signal?: AbortSignal) => call<LabelList>(urls.labels(), { signal }),
  createLabel: (body: CreateLabel) => send<Label>('POST', urls.labels(), body),
  changeLabel: (id: string, body: ChangeLabel) => send<Label>('PUT', urls.label(id), body),
  deleteLabel: (id: string) => send<LabelDeleted>('DELETE', urls.label(id)),
  createFolder: (body: CreateFolder) => send<FolderSaved>('POST', urls.folders(), body),
  changeFolder: (id: string, body: ChangeFolder) => send<FolderSaved>('PUT', urls.folder(id), body),
  deleteFolder: (id: string) => send<FolderDeleted>('DELETE', urls.folder(id)),

  // search
  search: (query: SearchQuery, signal?: AbortSignal) => call<SearchWindow>(urls.search(query), { signal }),
  savedSearches: (signal?: AbortSignal) => call<SavedSearchList>(urls.savedSearches(), { signal }),
  saveSearch: (body: SavedSearchBody) => send<SavedSearch>('POST', urls.savedSearches(), body),
  updateSavedSearch: (id: string, body: SavedSearchBody) => send<SavedSearch>('PUT', urls.savedSearch(id), body),
  orderSavedSearches: (ids: string[]) => send<SavedSearchList>('PUT', urls.savedSearches(), { ids }),
  removeSavedSearch: (id: string) => send<{ removed: true }>('DELETE', urls.savedSearch(id)),

  // timed and bulk work
  timed: (signal?: AbortSignal) => call<TimedList>(urls.timed(), { signal }),
  snooze: (conversations: MessageRef[][], until: string) =>
    send<Snoozed>('POST', urls.snooze(), { conversations, until }),
  unsnooze: (refs: MessageRef[]) => send<Snoozed>('DELETE', urls.snooze(), { refs }),
  followUp: (messageId: string, due: string | null) =>
    send<{ due: string | null }>('PUT', urls.followUps(), { messageId, due }),
  bulkActions: (signal?: AbortSignal) => call<BulkList>(urls.bulk(), { signal }),
  startBulk: (body: StartBulk) => send<BulkState>('POST', urls.bulk(), body),
  cancelBulk: (id: string) => send<BulkState>('DELETE', urls.bulkAction(id)),
  undoBulk: (id: string) => send<BulkState>('POST', urls.undoBulk(id)),

  // preferences
  preferences: (signal?: AbortSignal) => call<Preferences>(urls.preferences(), { signal }),
  changePreferences: (change: PreferencesChange) => send<Preferences>('PUT', urls.preferences(), change),

  // delivery
  delivery: (ref: MessageRef, signal?: AbortSignal) => call<Delivery>(urls.delivery(ref), { signal }),
  commandDelivery: (ref: MessageRef, body: DeliveryCommand) => send<QueueChanged>('POST', urls.delivery(ref), body),
  bounce: (ref: MessageRef, signal?: AbortSignal) => call<Bounce>(urls.bounce(ref), { signal }),
  origin: (ref: MessageRef, signal?: AbortSignal) => call<MessageOrigin>(urls.origin(ref), { signal }),
  attempts: (signal?: AbortSignal) => call<AttemptList>(urls.attempts(), { signal }),
  deliveryStates: (refs: MessageRef[], signal?: AbortSignal) =>
    send<DeliveryStates>('POST', urls.deliveryStates(), { refs }, signal),

  // writing
  unsubscribe: (ref: MessageRef) => send<{ unsubscribed: true }>('POST', urls.unsubscribe(ref), {}),
  checkRecipients: (addresses: string[], signal?: AbortSignal) =>
    send<RecipientsChecked>('POST', urls.checkRecipients(), { addresses }, signal),
  filters: (signal?: AbortSignal) => call<Filters>(urls.filters(), { signal }),
  saveFilters: (body: SaveFilters) => send<Filters>('PUT', urls.filters(), body),
  forwarding: (signal?: AbortSignal) => call<Forwarding>(urls.forwarding(), { signal }),
  identities: (signal?: AbortSignal) => call<IdentityList>(urls.identities(), { signal }),
  saveIdentity: (address: string, body: IdentityBody) => send<Identity>('PUT', urls.identity(address), body),
  removeIdentity: (address: string) => send<{ removed: true }>('DELETE', urls.identity(address)),

  // admin
  mailQueues: (signal?: AbortSignal) => call<MailQueues>(urls.mailQueues(), { signal }),
  changeQueue: (body: ChangeQueue) => send<QueueChanged>('POST', urls.mailQueues(), body),
  deliveryLog: (query: DeliveryLogQuery, signal?: AbortSignal) =>
    call<DeliveryLog>(urls.deliveryLog(query), { signal }),

  // the demo
  livingSystem: (signal?: AbortSignal) => call<LivingSystem>(urls.livingSystem(), { signal }),
  switchFault: (body: SwitchFault) => send<FaultList>('PUT', urls.faults(), body),

  contacts: (q: string, signal?: AbortSignal) => call<ContactList>(urls.contacts(q), { signal }),
}
