import { notFound, redirect } from 'next/navigation'
import { isAdminSection } from '@/app/(mail)/_state/admin-sections'
import { adminPath } from '@/app/(mail)/_state/place-path'
import { PlaceView } from '@/app/(mail)/place-view'
import { currentAccount } from '@/lib/auth/require-account'

type AdminPageProps = { params: Promise<{ section?: string[] }> }

/** `/admin/<section>`: not there for who is no admin. */
export default async function AdminRoute({ params }: AdminPageProps) {
  const [name = ''] = (await params).section ?? []
  if (!isAdminSection(name)) redirect(adminPath('queue'))
  const account = await currentAccount()
  if (!account) redirect(`/sign-in?next=${encodeURIComponent(adminPath(name))}`)
  if (!account.admin) notFound()
  return <PlaceView />
}
