'use client'

import { useSyncExternalStore } from 'react'

/** What stands between the person and the mail, worst first. */
export type Connection = 'signed-out' | 'offline' | 'mail-down' | 'reconnecting' | 'fine'

const facts = { signedOut: false, mailDown: false, reconnecting: false }
const listeners = new Set<() => void>()

export function setConnection(change: Partial<typeof facts>): void {
  Object.assign(facts, change)
  for (const listener of listeners) listener()
}

function current(): Connection {
  if (facts.signedOut) return 'signed-out'
  if (!navigator.onLine) return 'offline'
  if (facts.mailDown) return 'mail-down'
  return facts.reconnecting ? 'reconnecting' : 'fine'
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  // The browser knows it before the event stream does, and without it.
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, current, () => 'fine')
}
