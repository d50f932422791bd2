import { changeLabelBody, labelParams } from '@/lib/contract/labels'
import { route } from '@/lib/http/route'
import { changeLabel } from '@/lib/service/change-label'
import { deleteLabel } from '@/lib/service/delete-label'

export const PUT = route({
  params: labelParams,
  body: changeLabelBody,
  handler: ({ account, params, body }) => changeLabel(account, params.id, body),
})

export const DELETE = route({ params: labelParams, handler: ({ account, params }) => deleteLabel(account, params.id) })
