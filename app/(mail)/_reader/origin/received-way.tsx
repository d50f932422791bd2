'use client'

import { Hops } from '@/app/(mail)/_reader/origin/hops'
import { useOrigin } from '@/app/(mail)/_state/use-origin'
import type { MessageRef } from '@/lib/contract/messages'

/** The servers a received message says it passed, beside what the logs here tell of it. */
export function ReceivedWay({ messageRef }: { messageRef: MessageRef }) {
  const { data } = useOrigin(messageRef, true)
  return data === undefined || data.hops.length === 0 ? null : <Hops hops={data.hops} />
}
