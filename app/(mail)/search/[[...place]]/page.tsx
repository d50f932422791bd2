import { redirect } from 'next/navigation'
import { preferences } from '@/app/_i18n/request'
import { placeOf } from '@/app/(mail)/_state/place-path'
import { windowKey, windowSize } from '@/app/(mail)/_state/query-keys'
import { PlaceView } from '@/app/(mail)/place-view'
import { preferencesOfAccount } from '@/app/(mail)/preferences'
import { Prefetch } from '@/app/(mail)/prefetch'
import { currentAccount } from '@/lib/auth/require-account'
import type { SignedIn } from '@/lib/auth/signed-in'
import { searchQuery } from '@/lib/contract/search'
import { searchMessages } from '@/lib/service/search/search-messages'

type SearchPageProps = {
  params: Promise<{ place?: string[] }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** `/search?q=` and `/search/<conversation>?q=`. */
export default async function SearchRoute(props: SearchPageProps) {
  const [path, search] = await addressOf(props)
  const account = await currentAccount()
  if (!account) redirect(`/sign-in?next=${encodeURIComponent(path + search)}`)
  return (
    <Prefetch wanted={await wantedAt(path, search, account)}>
      <PlaceView />
    </Prefetch>
  )
}

async function addressOf({ params, searchParams }: SearchPageProps): Promise<[path: string, search: string]> {
  const path = ['/search', ...((await params).place ?? []).map(decodeURIComponent)].join('/')
  const asked = Object.entries(await searchParams).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  return [path, asked.length > 0 ? `?${new URLSearchParams(asked)}` : '']
}

async function wantedAt(path: string, search: string, account: SignedIn) {
  const { listed, thread } = placeOf(path, search)
  if (listed.kind !== 'search' || thread || listed.q.trim() === '') return []
  const mode = (await preferencesOfAccount(account.accountId)).conversations ? 'threads' : 'messages'
  const { q, sort } = listed
  const query = searchQuery.safeParse({ q, sort, mode, limit: windowSize, zone: (await preferences()).timeZone })
  if (!query.success) return []
  return [{ queryKey: windowKey(listed, mode, 0), queryFn: () => searchMessages(account, query.data) }]
}
