import { templateBody } from '@/lib/contract/templates'
import { route } from '@/lib/http/route'
import { createTemplate } from '@/lib/service/templates/create-template'
import { listTemplates } from '@/lib/service/templates/list-templates'

export const GET = route({ handler: ({ account }) => listTemplates(account) })
export const POST = route({ body: templateBody, handler: ({ account, body }) => createTemplate(account, body) })
