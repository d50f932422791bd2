import type { MailAccount } from '@/lib/auth/signed-in'
import type { Preferences, PreferencesChange } from '@/lib/contract/preferences'
import { preferencesOf } from '@/lib/contract/preferences-schema'
import { sendNotice } from '@/lib/db/notices'
import { findPreferences, mergePreferences } from '@/lib/db/preferences'

type Owner = Pick<MailAccount, 'accountId'>

export const readPreferences = async ({ accountId }: Owner): Promise<Preferences> =>
  preferencesOf(await findPreferences(accountId))

/** Changes some and gives all. Every open browser of the account is told. */
export async function changePreferences({ accountId }: Owner, change: PreferencesChange): Promise<Preferences> {
  const stored = await mergePreferences(accountId, change)
  await sendNotice({ accountId, topic: 'preferences', id: '' })
  return preferencesOf(stored)
}
