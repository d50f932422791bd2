'use client'

import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useAccount } from '@/app/(mail)/_state/account'
import { withCounts } from '@/app/(mail)/_state/cache-edits'
import { setConnection } from '@/app/(mail)/_state/connection'
import type { StreamEvent } from '@/app/(mail)/_state/live/event-stream'
import { followEvents } from '@/app/(mail)/_state/live/follow-events'
import { makeGate } from '@/app/(mail)/_state/live/gate'
import { makeRefresher, type Refresh } from '@/app/(mail)/_state/live/refresher'
import { useAnnouncements } from '@/app/(mail)/_state/notify/use-announcements'
import {
  bulkKey,
  completionKey,
  contactsKey,
  deliveryKey,
  labelsKey,
  mailboxesKey,
  outboxKey,
  timedKey,
} from '@/app/(mail)/_state/query-keys'
import { renewPreferences } from '@/app/(mail)/_state/use-preferences'
import type { MailboxEvent } from '@/lib/contract/events'
import type { MailboxList } from '@/lib/contract/mailboxes'

/** Keeps the cache true to the server while the page is open. */
export function useLiveEvents(): void {
  const client = useQueryClient()
  const { address } = useAccount()
  const announce = useAnnouncements()
  useEffect(() => {
    const refresh = makeRefresher(client)
    const deliveries = makeGate(() => client.invalidateQueries({ queryKey: deliveryKey() }), deliveryPause)
    const everything = () => {
      renewPreferences(client)
      void client.invalidateQueries({ queryKey: mailboxesKey })
      void client.invalidateQueries({ queryKey: labelsKey })
      refresh('all')
    }
    return followEvents(address, {
      hear: (event) => take(client, event, { refresh, everything, deliveries }),
      // On joining too: mail that came between the page's own list and the stream was told to nobody.
      missed: everything,
      lead: announce,
    })
  }, [client, address, announce])
}

/** Between two questions for what mail hosts told, in milliseconds: a message for 40 people is told of 40 times. */
const deliveryPause = 200

type Renewing = { refresh: Refresh; everything: () => void; deliveries: () => void }

function take(client: QueryClient, event: StreamEvent, { refresh, everything, deliveries }: Renewing): void {
  const facts = connectionFacts[event.type]
  if (facts) setConnection(facts)
  if (event.type === 'ready') everything()
  if (event.type === 'mailboxes') {
    count(client, event.changes)
    refresh(event.changes.map(({ mailbox }) => mailbox))
  }
  if (event.type === 'bulk' || event.type === 'ready') void client.invalidateQueries({ queryKey: bulkKey })
  if (event.type === 'delivery' || event.type === 'ready') deliveries()
  if (event.type === 'timed' || event.type === 'ready') void client.invalidateQueries({ queryKey: timedKey })
  if (event.type === 'outbox' || event.type === 'ready') {
    // what was sent teaches contacts
    for (const queryKey of [outboxKey, contactsKey, completionKey]) void client.invalidateQueries({ queryKey })
  }
  if (event.type === 'folders') void client.invalidateQueries({ queryKey: mailboxesKey })
  if (event.type === 'preferences') renewPreferences(client)
}

const connectionFacts: Partial<Record<StreamEvent['type'], Parameters<typeof setConnection>[0]>> = {
  ready: { reconnecting: false, signedOut: false, mailDown: false },
  down: { mailDown: true },
  up: { mailDown: false },
  reconnecting: { reconnecting: true },
  'signed-out': { signedOut: true },
}

/** The counts are in the event; a question for each arrival would bring no more. */
function count(client: QueryClient, changes: MailboxEvent[]): void {
  client.setQueryData<MailboxList>(mailboxesKey, (list) => list && withCounts(list, changes))
  // The quota and the totals of views are not: they are asked for when the page is next looked at.
  void client.invalidateQueries({ queryKey: mailboxesKey, refetchType: 'none' })
}
