import { redirect } from 'next/navigation'
import { contactsPath } from '@/app/(mail)/_state/contacts-path'
import { PlaceView } from '@/app/(mail)/place-view'
import { currentAccount } from '@/lib/auth/require-account'

type ContactsPageProps = { params: Promise<{ place?: string[] }> }

/** `/contacts`, `/contacts/<contact>`, `/contacts/group-<group>` and a contact below it. */
export default async function ContactsRoute({ params }: ContactsPageProps) {
  const { place = [] } = await params
  const path = [contactsPath({ group: null, contact: null }), ...place].join('/')
  if (!(await currentAccount())) redirect(`/sign-in?next=${encodeURIComponent(path)}`)
  return <PlaceView />
}
