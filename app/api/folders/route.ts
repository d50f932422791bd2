import { createFolderBody } from '@/lib/contract/folders'
import { route } from '@/lib/http/route'
import { createFolder } from '@/lib/service/create-folder'

export const POST = route({ body: createFolderBody, handler: ({ account, body }) => createFolder(account, body) })
