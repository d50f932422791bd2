import { route } from '@/lib/http/route'
import { listMailboxesOf } from '@/lib/service/list-mailboxes'

export const GET = route({ handler: ({ account }) => listMailboxesOf(account) })
