import { saveFiltersBody } from '@/lib/contract/filters'
import { route } from '@/lib/http/route'
import { readFilters } from '@/lib/service/filters/read-filters'
import { saveFilters } from '@/lib/service/filters/save-filters'

export const GET = route({ handler: ({ account }) => readFilters(account) })
export const PUT = route({ body: saveFiltersBody, handler: ({ account, body }) => saveFilters(account, body) })
