import { redirect } from 'next/navigation'
import type { ListMode } from '@/app/(mail)/_state/list-mode'
import { placeOf } from '@/app/(mail)/_state/place-path'
import { threadKey, windowKey, windowSize } from '@/app/(mail)/_state/query-keys'
import { PlaceView } from '@/app/(mail)/place-view'
import { preferencesOfAccount } from '@/app/(mail)/preferences'
import { Prefetch } from '@/app/(mail)/prefetch'
import { currentAccount } from '@/lib/auth/require-account'
import type { SignedIn } from '@/lib/auth/signed-in'
import { messageRefSchema } from '@/lib/contract/messages'
import { listThreads } from '@/lib/service/list-threads'
import { readThread } from '@/lib/service/read-thread'

type MailPageProps = { params: Promise<{ place: string[] }> }

/** `/mail/<mailbox>` and `/mail/<mailbox>/<conversation>`. */
export default async function MailPage({ params }: MailPageProps) {
  const path = `/mail/${(await params).place.map(decodeURIComponent).join('/')}`
  const account = await currentAccount()
  if (!account) redirect(`/sign-in?next=${encodeURIComponent(path)}`)
  const { conversations } = await preferencesOfAccount(account.accountId)
  return (
    <Prefetch wanted={wantedAt(path, account, conversations ? 'threads' : 'messages')}>
      <PlaceView />
    </Prefetch>
  )
}

function wantedAt(path: string, account: SignedIn, mode: ListMode) {
  const { listed, thread } = placeOf(path)
  if (listed.kind === 'search') return []
  const ref = messageRefSchema.safeParse(thread)
  if (ref.success) {
    const read = () => readThread(account, ref.data, { listed: listed.id, mode })
    return [{ queryKey: threadKey(listed, mode, ref.data), queryFn: read }]
  }
  const query = { mailbox: listed.id, mode, offset: 0, limit: windowSize }
  return [{ queryKey: windowKey(listed, mode, 0), queryFn: () => listThreads(account, query) }]
}
