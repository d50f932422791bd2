'use client'

import type { QueryClient } from '@tanstack/react-query'
import { labelsKey, mailboxesKey, threadsKey } from '@/app/(mail)/_state/query-keys'

// Answers arriving while another change is still on its way would paint that change away: refresh after the last.
let underWay = 0

/** Does `work` on the server, and asks for lists and counts again once nothing else is under way. */
export async function settle<T>(client: QueryClient, work: () => Promise<T>): Promise<T> {
  underWay += 1
  try {
    return await work()
  } finally {
    underWay -= 1
    if (underWay === 0) {
      void client.invalidateQueries({ queryKey: threadsKey() })
      void client.invalidateQueries({ queryKey: mailboxesKey })
      void client.invalidateQueries({ queryKey: labelsKey })
    }
  }
}

export const isSettling = (): boolean => underWay > 0
