import { startBulkBody } from '@/lib/contract/bulk'
import { route } from '@/lib/http/route'
import { listBulkActions } from '@/lib/service/bulk-state'
import { startBulk } from '@/lib/service/start-bulk'

export const GET = route({ handler: ({ account }) => listBulkActions(account) })

export const POST = route({ body: startBulkBody, handler: ({ account, body }) => startBulk(account, body) })
