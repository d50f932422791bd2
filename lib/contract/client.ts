import type { BulkList, BulkState, StartBulk } from '@/lib/contract/bulk'
import type { Change, ChangesApplied, MessagesRemoved } from '@/lib/contract/changes'
import type { DeliveryStates } from '@/lib/contract/delivery'
import type { LabelList } from '@/lib/contract/labels'
import type { MailboxList } from '@/lib/contract/mailboxes'
import type { MessageDetail, MessageRef } from '@/lib/contract/messages'
import type { Outbox } from '@/lib/contract/outbox'
import type { Preferences, PreferencesChange } from '@/lib/contract/preferences'
import type { Problem } from '@/lib/contract/problem'
import type { SearchQuery, SearchWindow } from '@/lib/contract/search'
import type { SessionAccount } from '@/lib/contract/session'
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

/** Asks, and gives whatever was answered. Throws `ApiError`, or what aborted it. */
export async function ask(url: string, init: RequestInit = {}): Promise<Response> {
  let response: Response
  try {
    response = await fetch(url, { ...init, headers: { accept: 'application/json', ...init.headers } })
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    throw new ApiError({ code: 'offline', retryable: true }, { cause })
  }
  if (response.ok) return response
  throw await problemOf(response)
}

/** Asks for JSON. Throws `ApiError`, or what aborted it. */
export async function call<T>(url: string, init: RequestInit = {}): Promise<T> {
  return (await (await ask(url, init)).json()) as T
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

/** Sends JSON and gives the answer. Throws `ApiError`. */
export function send<T>(
  method: 'POST' | 'PUT' | 'DELETE',
  url: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<T> {
  return call<T>(url, {
    method,
    signal,
    headers: { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
}

/**
 * The typed fetch: one function a request, each throws `ApiError`. Here is what the list and an open conversation need; what a room
 * needs that is loaded later stands in `*-client.ts`, so that the first load grows with none of it.
 */
export const api = {
  signOut: () => send<{ signedOut: true }>('POST', urls.signOut(), {}),
  session: (signal?: AbortSignal) => call<SessionAccount>(urls.session(), { signal }),
  mailboxes: (signal?: AbortSignal) => call<MailboxList>(urls.mailboxes(), { signal }),
  message: (ref: MessageRef, signal?: AbortSignal) => call<MessageDetail>(urls.message(ref), { signal }),
  applyChanges: (changes: Change[]) => send<ChangesApplied>('POST', urls.changes(), { changes }),
  removeMessages: (refs: MessageRef[]) => send<MessagesRemoved>('POST', urls.remove(), { refs }),
  outbox: (signal?: AbortSignal) => call<Outbox>(urls.outbox(), { signal }),
  threads: (query: ListThreadsQuery, signal?: AbortSignal) => call<ThreadWindow>(urls.threads(query), { signal }),
  thread: (ref: MessageRef, query: ReadThreadQuery, signal?: AbortSignal) =>
    call<ThreadDetail>(urls.thread(ref, query), { signal }),
  labels: (signal?: AbortSignal) => call<LabelList>(urls.labels(), { signal }),
  search: (query: SearchQuery, signal?: AbortSignal) => call<SearchWindow>(urls.search(query), { signal }),
  timed: (signal?: AbortSignal) => call<TimedList>(urls.timed(), { signal }),
  unsnooze: (refs: MessageRef[]) => send<Snoozed>('DELETE', urls.snooze(), { refs }),
  bulkActions: (signal?: AbortSignal) => call<BulkList>(urls.bulk(), { signal }),
  startBulk: (body: StartBulk) => send<BulkState>('POST', urls.bulk(), body),
  preferences: (signal?: AbortSignal) => call<Preferences>(urls.preferences(), { signal }),
  changePreferences: (change: PreferencesChange) => send<Preferences>('PUT', urls.preferences(), change),
  deliveryStates: (refs: MessageRef[], signal?: AbortSignal) =>
    send<DeliveryStates>('POST', urls.deliveryStates(), { refs }, signal),
}
