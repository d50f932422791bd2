import { ask, call, send } from '@/lib/contract/client'
import { contactUrls } from '@/lib/contract/contact-urls'
import type {
  Contact,
  ContactBody,
  ContactBookQuery,
  ContactFound,
  ContactGroupList,
  ContactsRemoved,
  ContactsRestored,
  ContactWindow,
  ExportBody,
  GroupBody,
  GroupMembers,
  ImportPreview,
  MembersBody,
} from '@/lib/contract/contacts'

const vcard = { 'content-type': 'text/vcard' }

/** The typed fetch of the doors of contacts. Each throws `ApiError`. */
export const contactsApi = {
  book: (query: ContactBookQuery, signal?: AbortSignal) => call<ContactWindow>(contactUrls.book(query), { signal }),
  contact: (id: string, signal?: AbortSignal) => call<Contact>(contactUrls.contact(id), { signal }),
  create: (body: ContactBody) => send<Contact>('POST', contactUrls.create(), body),
  change: (id: string, body: ContactBody) => send<Contact>('PUT', contactUrls.contact(id), body),
  remove: (ids: string[]) => send<ContactsRemoved>('POST', contactUrls.remove(), { ids }),
  restore: (undo: string) => send<ContactsRestored>('POST', contactUrls.restore(), { undo }),
  lookup: (address: string, signal?: AbortSignal) => call<ContactFound>(contactUrls.lookup(address), { signal }),
  /** What an import of the file would do. */
  previewImport: (body: Blob, signal?: AbortSignal) =>
    call<ImportPreview>(contactUrls.import(), { method: 'POST', headers: vcard, body, signal }),
  import: (body: Blob) => call<ImportPreview>(contactUrls.import(), { method: 'PUT', headers: vcard, body }),
  /** A vCard file. */
  async export(body: ExportBody): Promise<Blob> {
    const headers = { 'content-type': 'application/json' }
    return (await ask(contactUrls.export(), { method: 'POST', headers, body: JSON.stringify(body) })).blob()
  },
  groups: (signal?: AbortSignal) => call<ContactGroupList>(contactUrls.groups(), { signal }),
  createGroup: (body: GroupBody) => send<{ id: string }>('POST', contactUrls.groups(), body),
  renameGroup: (id: string, body: GroupBody) => send<{ id: string }>('PUT', contactUrls.group(id), body),
  removeGroup: (id: string) => send<{ removed: true }>('DELETE', contactUrls.group(id)),
  members: (id: string, signal?: AbortSignal) => call<GroupMembers>(contactUrls.members(id), { signal }),
  changeMembers: (id: string, body: MembersBody) => send<{ changed: true }>('POST', contactUrls.members(id), body),
}
