'use client'

import { ApiError, api } from '@/lib/contract/client'
import type { LiveEvent } from '@/lib/contract/events'
import { urls } from '@/lib/contract/urls'

export type StreamEvent = LiveEvent | { type: 'reconnecting' }

/** The server says `alive` every 15 seconds: after so much silence the line is dead, whatever the browser thinks. */
const silence = 40_000
/** After sleep or in a page come back to, less is enough to try anew at once. */
const doubt = 20_000

/**
 * One event stream, reopened by itself with growing pauses, and at once after sleep, on a network that is back and on a
 * page that is looked at again. `hear` gets its events; the returned function ends it.
 */
export function followStream(address: string, hear: (event: StreamEvent) => void): () => void {
  let source: EventSource | null = null
  let timer = 0
  let failures = 0
  let heardAt = Date.now()
  let signedOut = false
  let closed = false

  const open = () => {
    source?.close()
    heardAt = Date.now()
    source = new EventSource(urls.events())
    source.onmessage = (message: MessageEvent<string>) => {
      heardAt = Date.now()
      const event = JSON.parse(message.data) as LiveEvent
      if (event.type === 'ready') failures = 0
      if (event.type === 'signed-out') rest()
      hear(event)
    }
    source.onerror = later
  }
  const later = () => {
    source?.close()
    source = null
    failures += 1
    // One lost stream is a blink (a restart, a sleeping laptop); say it only when it does not come back.
    if (failures > 2) hear({ type: 'reconnecting' })
    clearTimeout(timer)
    timer = window.setTimeout(() => void reopen(), Math.min(30_000, 500 * 2 ** failures) * (0.7 + Math.random() * 0.6))
  }
  const reopen = async () => {
    clearTimeout(timer)
    const now = await signedInAs()
    if (closed) return
    if (now === null) {
      rest()
      return hear({ type: 'signed-out' })
    }
    // Somebody else's mail must not appear among what this page holds.
    if (now !== 'unknown' && now !== address) return window.location.reload()
    signedOut = false
    open()
  }
  const rest = () => {
    signedOut = true
    clearTimeout(timer)
    source?.close()
    source = null
  }
  const comeBack = () => {
    if (document.visibilityState === 'hidden') return
    if (signedOut || source === null || Date.now() - heardAt > doubt) void reopen()
  }
  const watchdog = window.setInterval(() => {
    if (source && Date.now() - heardAt > silence) later()
  }, 5_000)
  const comings = [
    [window, 'online'],
    [window, 'focus'],
    [window, 'pageshow'],
    [document, 'visibilitychange'],
  ] as const
  for (const [target, name] of comings) target.addEventListener(name, comeBack)
  open()
  return () => {
    closed = true
    clearInterval(watchdog)
    rest()
    for (const [target, name] of comings) target.removeEventListener(name, comeBack)
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
