import { call, send } from '@/lib/contract/client'
import type { ContactList } from '@/lib/contract/contacts'
import type { Draft, DraftSaved, DraftStarted, MessageSent, SendOptions, StartDraft } from '@/lib/contract/drafts'
import type { Identity, IdentityBody, IdentityList } from '@/lib/contract/identities'
import type { MessageRef } from '@/lib/contract/messages'
import type { HeldMessage } from '@/lib/contract/outbox'
import type { RecipientsChecked } from '@/lib/contract/recipients'
import { urls } from '@/lib/contract/urls'

/** Drafts and what they need on their way out. Each throws `ApiError`. */
export const writingApi = {
  startDraft: (body: StartDraft) => send<DraftStarted>('POST', urls.startDraft(), body),
  saveDraft: (draft: Draft, saved: MessageRef | null, signal?: AbortSignal) =>
    send<DraftSaved>('PUT', urls.drafts(), { draft, saved }, signal),
  sendMessage: (draft: Draft, saved: MessageRef | null, options: Partial<SendOptions> = {}) =>
    send<MessageSent>('POST', urls.send(), { draft, saved, ...options }),
  recall: (id: string) => send<DraftStarted>('DELETE', urls.heldMessage(id)),
  sendNow: (id: string) => send<HeldMessage>('POST', urls.sendNow(id)),
  removeUpload: (uploadId: string) => send<{ removed: true }>('DELETE', urls.upload(uploadId)),
  checkRecipients: (addresses: string[], signal?: AbortSignal) =>
    send<RecipientsChecked>('POST', urls.checkRecipients(), { addresses }, signal),
  identities: (signal?: AbortSignal) => call<IdentityList>(urls.identities(), { signal }),
  saveIdentity: (address: string, body: IdentityBody) => send<Identity>('PUT', urls.identity(address), body),
  removeIdentity: (address: string) => send<{ removed: true }>('DELETE', urls.identity(address)),
  contacts: (q: string, signal?: AbortSignal) => call<ContactList>(urls.contacts(q), { signal }),
}
