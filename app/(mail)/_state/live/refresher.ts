'use client'

import type { QueryClient } from '@tanstack/react-query'
import type { ListMode } from '@/app/(mail)/_state/list-mode'
import type { Listed } from '@/app/(mail)/_state/listed'
import { isAffected } from '@/app/(mail)/_state/live/affected'
import { detailsKey, labelsKey, threadsKey } from '@/app/(mail)/_state/query-keys'
import { isSettling } from '@/app/(mail)/_state/settle'
import type { LabelList } from '@/lib/contract/labels'

/** Between the starts of two refreshes, in milliseconds; a refresh also waits for the one before. */
const pause = 150

/**
 * Dovecot may tell a view of a change only some looks after the change itself: once nothing has come for this long, what is
 * shown is asked for once more.
 */
const settled = 1_200

/** An answer that hangs must not keep later refreshes waiting. */
const patience = 8_000

const after = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

export type Refresh = (mailboxes: Iterable<string> | 'all') => void

/**
 * Asks again for what is shown of the lists concerned; the others are only marked, and asked for when they are shown.
 * However many events come, one refresh is under way at a time: 1,000 arrivals are a few questions, not 1,000.
 */
export function makeRefresher(client: QueryClient): Refresh {
  let all = false
  const waiting = new Set<string>()
  let told = { all: false, mailboxes: new Set<string>() }
  let later: ReturnType<typeof setTimeout> | undefined
  let busy = false

  const run = async () => {
    busy = true
    const started = Date.now()
    // While a change of one's own is on its way an answer could paint it away: after it.
    if (!isSettling()) {
      const concerned = all ? 'all' : new Set(waiting)
      all = false
      waiting.clear()
      await Promise.race([refresh(client, concerned), after(patience)])
    }
    setTimeout(
      () => {
        busy = false
        if (all || waiting.size > 0) void run()
      },
      Math.max(0, pause - (Date.now() - started)),
    )
  }
  const ask = (mailboxes: Iterable<string> | 'all') => {
    if (mailboxes === 'all') all = true
    else for (const mailbox of mailboxes) waiting.add(mailbox)
    if (!busy) void run()
  }
  const askOnceMore = () => {
    ask(told.all ? 'all' : told.mailboxes)
    told = { all: false, mailboxes: new Set() }
  }
  return (mailboxes) => {
    if (mailboxes === 'all') told.all = true
    else for (const mailbox of mailboxes) told.mailboxes.add(mailbox)
    clearTimeout(later)
    later = setTimeout(askOnceMore, settled)
    ask(mailboxes)
  }
}

async function refresh(client: QueryClient, changed: ReadonlySet<string> | 'all'): Promise<void> {
  const lists = client.invalidateQueries({
    queryKey: threadsKey(),
    predicate: ({ queryKey }) => {
      const [, listed, mode] = queryKey as [string, Listed, ListMode]
      return changed === 'all' || isAffected(listed, mode, changed)
    },
  })
  // An open conversation grows with an answer that comes in.
  const details = client.invalidateQueries({ queryKey: detailsKey })
  // Labels say how many are unread; who has none is not asked about them.
  const { labels = [] } = client.getQueryData<LabelList>(labelsKey) ?? {}
  const counts = labels.length > 0 ? client.invalidateQueries({ queryKey: labelsKey }) : null
  await Promise.allSettled([lists, details, counts])
}
