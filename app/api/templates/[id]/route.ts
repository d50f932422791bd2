import { templateBody, templateParams } from '@/lib/contract/templates'
import { route } from '@/lib/http/route'
import { changeTemplate } from '@/lib/service/templates/change-template'
import { readTemplate } from '@/lib/service/templates/read-template'
import { removeTemplate } from '@/lib/service/templates/remove-template'

export const GET = route({
  params: templateParams,
  handler: ({ account, params }) => readTemplate(account, params.id),
})
export const PUT = route({
  params: templateParams,
  body: templateBody,
  handler: ({ account, params, body }) => changeTemplate(account, params.id, body),
})
export const DELETE = route({
  params: templateParams,
  handler: ({ account, params }) => removeTemplate(account, params.id),
})
