import { bulkParams } from '@/lib/contract/bulk'
import { route } from '@/lib/http/route'
import { cancelBulk } from '@/lib/service/cancel-bulk'

export const DELETE = route({ params: bulkParams, handler: ({ account, params }) => cancelBulk(account, params.id) })
