import { messageRefSchema } from '@/lib/contract/messages'
import { printResponse } from '@/lib/http/document-response'
import { route } from '@/lib/http/route'
import { printMessage } from '@/lib/service/print-message'

export const GET = route({
  params: messageRefSchema,
  handler: async ({ account, params, request }) => {
    const language = /^\s*de\b/i.test(request.headers.get('accept-language') ?? '') ? 'de' : 'en'
    const { html, nonce } = await printMessage(account, params, language)
    return printResponse(html, nonce)
  },
})
