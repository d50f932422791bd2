import type { Draft } from '@/lib/contract/drafts'
import type { MessageRef } from '@/lib/contract/messages'

/** What this browser keeps of a message the server does not have yet. `account` keeps people on one browser apart. */
export type DraftCopy = { messageId: string; account: string; draft: Draft; saved: MessageRef | null; keptAt: string }

/** Where unsaved drafts are kept on this machine. */
export type DraftCopies = {
  put: (copy: DraftCopy) => Promise<void>
  remove: (messageId: string) => Promise<void>
  list: (account: string) => Promise<DraftCopy[]>
}

const storeName = 'drafts'

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('waypost', 1)
    request.onupgradeneeded = () => request.result.createObjectStore(storeName, { keyPath: 'messageId' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

async function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(storeName, mode)
      const request = work(transaction.objectStore(storeName))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error)
    })
  } finally {
    database.close()
  }
}

/** IndexedDB, because a draft with its quote is larger than localStorage holds. Rejects where the browser forbids it. */
export const browserDraftCopies: DraftCopies = {
  put: async (copy) => {
    await inStore('readwrite', (store) => store.put(copy))
  },
  remove: async (messageId) => {
    await inStore('readwrite', (store) => store.delete(messageId))
  },
  list: async (account) => {
    const all = await inStore<DraftCopy[]>('readonly', (store) => store.getAll())
    return all.filter((copy) => copy.account === account).sort((a, b) => b.keptAt.localeCompare(a.keptAt))
  },
}

const lockName = (messageId: string) => `waypost-draft:${messageId}`

/** Says to other tabs that this message is being written here; the function returned gives it back. */
export function holdDraft(messageId: string): () => void {
  // Web Locks exist in secure contexts only; without them a second tab may offer the copy too
  if (!('locks' in navigator)) return () => undefined
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  void navigator.locks.request(lockName(messageId), { ifAvailable: true }, () => held)
  return () => release()
}

/** The copies nobody is writing at the moment: what a crash or an expired session left behind. */
export async function abandonedCopies(account: string): Promise<DraftCopy[]> {
  const copies = await browserDraftCopies.list(account)
  if (copies.length === 0 || !('locks' in navigator)) return copies
  const held = new Set((await navigator.locks.query()).held?.map((lock) => lock.name))
  return copies.filter((copy) => !held.has(lockName(copy.messageId)))
}
