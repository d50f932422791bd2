import { createLabelBody } from '@/lib/contract/labels'
import { route } from '@/lib/http/route'
import { createLabel } from '@/lib/service/create-label'
import { listLabels } from '@/lib/service/list-labels'

export const GET = route({ handler: ({ account }) => listLabels(account) })

export const POST = route({ body: createLabelBody, handler: ({ account, body }) => createLabel(account, body) })
