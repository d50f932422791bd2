import { route } from '@/lib/http/route'
import { importFile, previewImport } from '@/lib/service/contacts/import-contacts'

/** What an import would do. */
export const POST = route({ handler: ({ account, request }) => previewImport(account, request) })
export const PUT = route({ handler: ({ account, request }) => importFile(account, request) })
