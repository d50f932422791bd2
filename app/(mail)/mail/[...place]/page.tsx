import { redirect } from 'next/navigation'
import { placeOf } from '@/app/(mail)/_state/place-path'
import { messageKey, windowKey, windowSize } from '@/app/(mail)/_state/query-keys'
import { PlaceView } from '@/app/(mail)/place-view'
import { Prefetch } from '@/app/(mail)/prefetch'
import { currentAccount } from '@/lib/auth/require-account'
import type { SignedIn } from '@/lib/auth/signed-in'
import { messageRefSchema } from '@/lib/contract/messages'
import { listMessages } from '@/lib/service/list-messages'
import { readMessage } from '@/lib/service/read-message'

type MailPageProps = { params: Promise<{ place: string[] }> }

/** `/mail/<mailbox>` and `/mail/<mailbox>/<message>`. */
export default async function MailPage({ params }: MailPageProps) {
  const path = `/mail/${(await params).place.map(decodeURIComponent).join('/')}`
  const account = await currentAccount()
  if (!account) redirect(`/sign-in?next=${encodeURIComponent(path)}`)
  return (
    <Prefetch wanted={wantedAt(path, account)}>
      <PlaceView />
    </Prefetch>
  )
}

function wantedAt(path: string, account: SignedIn) {
  const { mailbox, message } = placeOf(path)
  const ref = messageRefSchema.safeParse(message)
  if (ref.success) return [{ queryKey: messageKey(ref.data), queryFn: () => readMessage(account, ref.data) }]
  const query = { mailbox, offset: 0, limit: windowSize }
  return [{ queryKey: windowKey(mailbox, 0), queryFn: () => listMessages(account, query) }]
}
