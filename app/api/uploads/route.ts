import { route } from '@/lib/http/route'
import { receiveUpload } from '@/lib/service/receive-upload'

export const POST = route({ handler: ({ account, request }) => receiveUpload(account, request) })
