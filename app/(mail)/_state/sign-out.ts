'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { showToast } from '@/app/_ui/toast'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import { api } from '@/lib/contract/client'

let leaving = false
const listeners = new Set<() => void>()

function setLeaving(value: boolean): void {
  leaving = value
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether the person is on the way out: nothing of the mail is shown any more, and nothing asked for. */
export const isLeaving = (): boolean => leaving

/** The same, for what is drawn. */
export const useLeaving = () => useSyncExternalStore(subscribe, isLeaving, () => false)

/** Ends the session. What is on the page goes first, or it would go on asking in the name of somebody who has left. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient()
  const problemText = useProblemText()
  return async () => {
    setLeaving(true)
    await client.cancelQueries()
    // The one kept ready for the next message (`_reader/body-frames`) may still be loading, and would be refused.
    for (const frame of document.querySelectorAll('iframe')) frame.remove()
    try {
      await api.signOut()
      // A full page load drops every message this tab still holds in memory.
      window.location.assign('/sign-in')
    } catch (error) {
      setLeaving(false)
      showToast(problemText(error), { tone: 'error' })
    }
  }
}
