import { redirect } from 'next/navigation'
import { settingsPath } from '@/app/(mail)/_state/place-path'
import { isSettingsSection } from '@/app/(mail)/_state/settings-sections'
import { PlaceView } from '@/app/(mail)/place-view'
import { currentAccount } from '@/lib/auth/require-account'

type SettingsPageProps = { params: Promise<{ section?: string[] }> }

/** `/settings/<section>`. */
export default async function SettingsRoute({ params }: SettingsPageProps) {
  const [name = ''] = (await params).section ?? []
  if (!isSettingsSection(name)) redirect(settingsPath('general'))
  if (!(await currentAccount())) redirect(`/sign-in?next=${encodeURIComponent(settingsPath(name))}`)
  return <PlaceView />
}
