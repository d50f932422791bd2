import { openRoute } from '@/lib/http/route'
import { checkHealth } from '@/lib/service/check-health'

export const dynamic = 'force-dynamic'

export const GET = openRoute({
  handler: async () => {
    const health = await checkHealth()
    return Response.json(health, { status: health.ok ? 200 : 503 })
  },
})
