'use client'

import { followStream, type StreamEvent } from '@/app/(mail)/_state/live/event-stream'
import { inOneTab } from '@/app/(mail)/_state/live/one-tab'

const silence = 60_000
const joining = 1_500

type Following = {
  hear: (event: StreamEvent) => void
  /** Something may have been missed: on joining, after sleep. */
  missed: () => void
  /** Runs in the tab that holds the stream, for what must happen once in a browser. */
  lead?: (event: StreamEvent) => void
}

/**
 * The events of the account, in every tab, over one stream: browsers open six connections to a server at most (HTTP/1.1),
 * and each stream keeps one. The tab that leads tells the others.
 */
export function followEvents(address: string, { hear, missed, lead }: Following): () => void {
  const channel = new BroadcastChannel(`waypost-events ${address}`)
  let heardAt = Date.now()
  let ready = false
  const take = (event: StreamEvent) => {
    heardAt = Date.now()
    ready ||= event.type === 'ready'
    hear(event)
  }
  channel.onmessage = (message: MessageEvent<StreamEvent>) => take(message.data)
  const tab = inOneTab(`waypost-events ${address}`, () =>
    followStream(address, (event) => {
      channel.postMessage(event)
      take(event)
      lead?.(event)
    }),
  )
  const comeBack = () => {
    if (document.visibilityState === 'hidden' || Date.now() - heardAt < silence) return
    heardAt = Date.now()
    tab.takeOver()
    missed()
  }
  document.addEventListener('visibilitychange', comeBack)
  const watchdog = setInterval(comeBack, silence / 4)
  // A tab that leads hears `ready`; one that joins others hears nothing of what was before.
  const joined = setTimeout(() => ready || missed(), joining)
  return () => {
    clearInterval(watchdog)
    clearTimeout(joined)
    document.removeEventListener('visibilitychange', comeBack)
    tab.leave()
    channel.close()
  }
}
