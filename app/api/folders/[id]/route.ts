import { changeFolderBody, folderParams } from '@/lib/contract/folders'
import { route } from '@/lib/http/route'
import { changeFolder } from '@/lib/service/change-folder'
import { deleteFolder } from '@/lib/service/delete-folder'

export const PUT = route({
  params: folderParams,
  body: changeFolderBody,
  handler: ({ account, params, body }) => changeFolder(account, params.id, body),
})

export const DELETE = route({
  params: folderParams,
  handler: ({ account, params }) => deleteFolder(account, params.id),
})
