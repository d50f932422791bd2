import { switchFaultBody } from '@/lib/contract/faults'
import { route } from '@/lib/http/route'
import { switchDemoFault } from '@/lib/service/demo/switch-fault'

export const PUT = route({ body: switchFaultBody, handler: ({ account, body }) => switchDemoFault(account, body) })
