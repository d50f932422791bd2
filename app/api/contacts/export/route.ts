import { exportBody } from '@/lib/contract/contacts'
import { fileResponse } from '@/lib/http/file-response'
import { route } from '@/lib/http/route'
import { exportContacts } from '@/lib/service/contacts/export-contacts'

async function* whole(text: string) {
  yield Buffer.from(text)
}

export const POST = route({
  body: exportBody,
  handler: async ({ account, body }) =>
    fileResponse({ name: 'contacts.vcf', type: 'text/vcard', bytes: whole(await exportContacts(account, body)) }),
})
