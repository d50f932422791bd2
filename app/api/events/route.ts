import { eventRoute } from '@/lib/http/event-route'
import { watchAccount } from '@/lib/service/live-events'

export const dynamic = 'force-dynamic'
export const GET = eventRoute(watchAccount)
