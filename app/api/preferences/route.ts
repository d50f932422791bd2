import { preferencesChange } from '@/lib/contract/preferences-schema'
import { route } from '@/lib/http/route'
import { changePreferences, readPreferences } from '@/lib/service/preferences'

export const GET = route({ handler: ({ account }) => readPreferences(account) })
export const PUT = route({
  body: preferencesChange,
  handler: ({ account, body }) => changePreferences(account, body),
})
