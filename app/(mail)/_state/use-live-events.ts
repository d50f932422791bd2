'use client'

import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useAccount } from '@/app/(mail)/_state/account'
import { setConnection } from '@/app/(mail)/_state/connection'
import { mailboxListed } from '@/app/(mail)/_state/listed'
import { bulkKey, labelsKey, mailboxesKey, threadsKey, timedKey } from '@/app/(mail)/_state/query-keys'
import { ApiError, api } from '@/lib/contract/client'
import type { LiveEvent } from '@/lib/contract/events'
import { urls } from '@/lib/contract/urls'

/** Keeps the cache true to the server while the page is open: one event stream, reopened with growing pauses. */
export function useLiveEvents(): void {
  const client = useQueryClient()
  const { address } = useAccount()
  useEffect(() => followEvents(client, address), [client, address])
  useEffect(() => {
    const tell = () => setConnection({ offline: !navigator.onLine })
    tell()
    window.addEventListener('online', tell)
    window.addEventListener('offline', tell)
    return () => {
      window.removeEventListener('online', tell)
      window.removeEventListener('offline', tell)
    }
  }, [])
}

function followEvents(client: QueryClient, address: string): () => void {
  const refresh = collectRefreshes(client)
  let source: EventSource | null = null
  let timer = 0
  let failures = 0
  let ended = false

  const handle = (event: LiveEvent) => {
    if (event.type === 'ready') {
      failures = 0
      setConnection({ reconnecting: false })
      // The first one too: mail that came between the page's own list and the watch was told to nobody.
      refresh(null)
    }
    if (event.type === 'mailbox') refresh(event.mailbox)
    if (event.type === 'bulk' || event.type === 'ready') void client.invalidateQueries({ queryKey: bulkKey })
    if (event.type === 'timed' || event.type === 'ready') void client.invalidateQueries({ queryKey: timedKey })
    if (event.type === 'down' || event.type === 'up') setConnection({ mailDown: event.type === 'down' })
    if (event.type === 'up') refresh(null)
    if (event.type === 'signed-out') stop(true)
  }
  const open = () => {
    source = new EventSource(urls.events())
    source.onmessage = (message: MessageEvent<string>) => handle(JSON.parse(message.data) as LiveEvent)
    source.onerror = () => {
      source?.close()
      failures += 1
      // One lost stream is a blink (a restart, a sleeping laptop); say it only when it does not come back.
      if (failures > 2) setConnection({ reconnecting: true })
      timer = window.setTimeout(
        () => void reopen(),
        Math.min(30_000, 500 * 2 ** failures) * (0.7 + Math.random() * 0.6),
      )
    }
  }
  const reopen = async () => {
    if ((await signedInAs()) === null) return stop(true)
    if (!ended) open()
  }
  const stop = (tell: boolean) => {
    ended = true
    clearTimeout(timer)
    source?.close()
    if (tell) setConnection({ signedOut: true })
  }
  const comeBack = async () => {
    if (!ended) return
    const now = await signedInAs()
    if (now === null || now === 'unknown' || !ended) return
    // Somebody else's mail must not appear among what this page holds.
    if (now !== address) return window.location.reload()
    ended = false
    setConnection({ signedOut: false })
    open()
  }
  open()
  window.addEventListener('focus', comeBack)
  return () => {
    window.removeEventListener('focus', comeBack)
    stop(false)
  }
}

/** EventSource does not say why it failed; an ordinary request does. Null: nobody is signed in. */
async function signedInAs(): Promise<string | null> {
  try {
    return (await api.session()).address
  } catch (error) {
    return error instanceof ApiError && error.code === 'not-signed-in' ? null : 'unknown'
  }
}

/** Gathers events of a moment into one refresh: a hundred new messages are one question, not a hundred. */
function collectRefreshes(client: QueryClient): (mailbox: string | null) => void {
  let waiting = new Set<string | null>()
  return (mailbox) => {
    if (waiting.size === 0) {
      setTimeout(() => {
        const names = waiting
        waiting = new Set()
        void client.invalidateQueries({ queryKey: mailboxesKey })
        void client.invalidateQueries({ queryKey: labelsKey })
        if (names.has(null)) return void client.invalidateQueries({ queryKey: threadsKey() })
        for (const name of [...names, 'all', 'starred']) {
          if (name) void client.invalidateQueries({ queryKey: threadsKey(mailboxListed(name)) })
        }
      }, 150)
    }
    waiting.add(mailbox)
  }
}
