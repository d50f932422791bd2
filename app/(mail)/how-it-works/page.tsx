import { notFound, redirect } from 'next/navigation'
import { systemPath } from '@/app/(mail)/_state/place-path'
import { PlaceView } from '@/app/(mail)/place-view'
import { currentAccount } from '@/lib/auth/require-account'
import { env } from '@/lib/env'

/** `/how-it-works`: the living demo; not there anywhere else. */
export default async function HowItWorksRoute() {
  if (!env.demo) notFound()
  if (!(await currentAccount())) redirect(`/sign-in?next=${encodeURIComponent(systemPath)}`)
  return <PlaceView />
}
