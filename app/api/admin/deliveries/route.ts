import { deliveryLogQuery } from '@/lib/contract/queue'
import { route } from '@/lib/http/route'
import { searchDeliveries } from '@/lib/service/admin/search-deliveries'

export const GET = route({ query: deliveryLogQuery, handler: ({ account, query }) => searchDeliveries(account, query) })
