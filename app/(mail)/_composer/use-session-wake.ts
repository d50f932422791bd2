import { useEffect } from 'react'
import type { UploadQueue } from '@/app/(mail)/_composer/attachments/upload-queue'
import type { DraftSession } from '@/app/(mail)/_state/draft-session'

/**
 * Goes on where it stopped: after signing in again in another tab, or when the network is back; and writes the copy of
 * this browser before the page may be taken away.
 */
export function useSessionWake(session: DraftSession, queue: UploadQueue) {
  useEffect(() => {
    const wake = () => {
      if (document.visibilityState === 'hidden') return void session.keep()
      if (session.snapshot().status.kind === 'unsaved') void session.save()
      queue.retryAll()
    }
    const keep = () => void session.keep()
    const ask = (event: BeforeUnloadEvent) => {
      if (queue.pending().length > 0) event.preventDefault()
    }
    const abort = new AbortController()
    const { signal } = abort
    window.addEventListener('focus', wake, { signal })
    window.addEventListener('online', wake, { signal })
    document.addEventListener('visibilitychange', wake, { signal })
    window.addEventListener('pagehide', keep, { signal })
    window.addEventListener('beforeunload', ask, { signal })
    return () => abort.abort()
  }, [session, queue])
}
