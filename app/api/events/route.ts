import { eventRoute } from '@/lib/http/event-route'
import { watchEvents } from '@/lib/service/account-events'

export const dynamic = 'force-dynamic'
export const GET = eventRoute(watchEvents)
