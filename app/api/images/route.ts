import { imageQuery } from '@/lib/contract/images'
import { pictureResponse } from '@/lib/http/picture-response'
import { openRoute } from '@/lib/http/route'
import { remoteImage } from '@/lib/service/remote-image'

// No session: the frame that asks has no cookie. The signature is the right to ask.
export const GET = openRoute({
  query: imageQuery,
  handler: async ({ query }) => pictureResponse(await remoteImage(query)),
})
