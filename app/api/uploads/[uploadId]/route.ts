import { uploadParams } from '@/lib/contract/drafts'
import { route } from '@/lib/http/route'
import { removeUpload } from '@/lib/service/remove-upload'
import { showUpload } from '@/lib/service/show-upload'

export const GET = route({
  params: uploadParams,
  handler: ({ account, params }) => showUpload(account, params.uploadId),
})

export const DELETE = route({
  params: uploadParams,
  handler: ({ account, params }) => removeUpload(account, params.uploadId),
})
