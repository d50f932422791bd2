import { searchQuery } from '@/lib/contract/search'
import { route } from '@/lib/http/route'
import { searchMessages } from '@/lib/service/search/search-messages'

export const GET = route({ query: searchQuery, handler: ({ account, query }) => searchMessages(account, query) })
