import type { ContactBookQuery } from '@/lib/contract/contacts'

/** Addresses of the doors of contacts, apart from `urls`: only the room of contacts needs them. */
export const contactUrls = {
  book: ({ q, group, offset, limit }: ContactBookQuery) =>
    `/api/contacts/book?${new URLSearchParams({
      q,
      offset: String(offset),
      limit: String(limit),
      ...(group === undefined ? {} : { group }),
    })}`,
  create: () => '/api/contacts/book',
  contact: (id: string) => `/api/contacts/book/${id}`,
  remove: () => '/api/contacts/remove',
  restore: () => '/api/contacts/restore',
  lookup: (address: string) => `/api/contacts/lookup?address=${encodeURIComponent(address)}`,
  import: () => '/api/contacts/import',
  export: () => '/api/contacts/export',
  groups: () => '/api/contact-groups',
  group: (id: string) => `/api/contact-groups/${id}`,
  members: (id: string) => `/api/contact-groups/${id}/members`,
}
