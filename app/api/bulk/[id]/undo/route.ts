import { bulkParams } from '@/lib/contract/bulk'
import { route } from '@/lib/http/route'
import { undoBulk } from '@/lib/service/undo-bulk'

export const POST = route({ params: bulkParams, handler: ({ account, params }) => undoBulk(account, params.id) })
