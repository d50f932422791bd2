import { redirect } from 'next/navigation'
import { asThreadDetail, asThreadWindow } from '@/app/(mail)/_state/as-thread'
import type { ListMode } from '@/app/(mail)/_state/list-mode'
import { placeOf } from '@/app/(mail)/_state/place-path'
import { threadKey, windowKey, windowSize } from '@/app/(mail)/_state/query-keys'
import { listMode } from '@/app/(mail)/list-mode'
import { PlaceView } from '@/app/(mail)/place-view'
import { Prefetch } from '@/app/(mail)/prefetch'
import { currentAccount } from '@/lib/auth/require-account'
import type { SignedIn } from '@/lib/auth/signed-in'
import { messageRefSchema } from '@/lib/contract/messages'
import { listMessages } from '@/lib/service/list-messages'
import { readMessage } from '@/lib/service/read-message'

type MailPageProps = { params: Promise<{ place: string[] }> }

/** `/mail/<mailbox>` and `/mail/<mailbox>/<conversation>`. */
export default async function MailPage({ params }: MailPageProps) {
  const path = `/mail/${(await params).place.map(decodeURIComponent).join('/')}`
  const account = await currentAccount()
  if (!account) redirect(`/sign-in?next=${encodeURIComponent(path)}`)
  return (
    <Prefetch wanted={wantedAt(path, account, await listMode())}>
      <PlaceView />
    </Prefetch>
  )
}

function wantedAt(path: string, account: SignedIn, mode: ListMode) {
  const { listed, thread } = placeOf(path)
  if (listed.kind === 'search') return []
  const ref = messageRefSchema.safeParse(thread)
  if (ref.success) {
    const read = async () => asThreadDetail(await readMessage(account, ref.data))
    return [{ queryKey: threadKey(listed, mode, ref.data), queryFn: read }]
  }
  const query = { mailbox: listed.id, offset: 0, limit: windowSize }
  const list = async () => asThreadWindow(await listMessages(account, query), account.address)
  return [{ queryKey: windowKey(listed, mode, 0), queryFn: list }]
}
