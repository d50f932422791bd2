import { redirect } from 'next/navigation'
import { PlaceView } from '@/app/(mail)/place-view'
import { currentAccount } from '@/lib/auth/require-account'

type SearchPageProps = {
  params: Promise<{ place?: string[] }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** `/search?q=` and `/search/<conversation>?q=`. */
export default async function SearchRoute({ params, searchParams }: SearchPageProps) {
  const account = await currentAccount()
  if (!account) redirect(`/sign-in?next=${encodeURIComponent(await addressOf({ params, searchParams }))}`)
  return <PlaceView />
}

async function addressOf({ params, searchParams }: SearchPageProps): Promise<string> {
  const path = ['/search', ...((await params).place ?? []).map(decodeURIComponent)].join('/')
  const asked = Object.entries(await searchParams).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  return asked.length > 0 ? `${path}?${new URLSearchParams(asked)}` : path
}
