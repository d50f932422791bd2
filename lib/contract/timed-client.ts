import type { BulkState } from '@/lib/contract/bulk'
import { send } from '@/lib/contract/client'
import type { MessageRef } from '@/lib/contract/messages'
import type { Snoozed } from '@/lib/contract/timed'
import { urls } from '@/lib/contract/urls'

/** What waits for a time, and work on everything that matches. Each throws `ApiError`. */
export const timedApi = {
  snooze: (conversations: MessageRef[][], until: string) =>
    send<Snoozed>('POST', urls.snooze(), { conversations, until }),
  followUp: (messageId: string, due: string | null) =>
    send<{ due: string | null }>('PUT', urls.followUps(), { messageId, due }),
  cancelBulk: (id: string) => send<BulkState>('DELETE', urls.bulkAction(id)),
  undoBulk: (id: string) => send<BulkState>('POST', urls.undoBulk(id)),
}
