import { groupBody } from '@/lib/contract/contacts'
import { route } from '@/lib/http/route'
import { listContactGroups, saveContactGroup } from '@/lib/service/contacts/contact-groups'

export const GET = route({ handler: ({ account }) => listContactGroups(account) })
export const POST = route({ body: groupBody, handler: ({ account, body }) => saveContactGroup(account, null, body) })
