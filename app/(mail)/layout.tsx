import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { Shell } from '@/app/(mail)/_nav/shell'
import { AccountProvider } from '@/app/(mail)/_state/account'
import { QueryProvider } from '@/app/(mail)/_state/query-provider'
import { ComposerSlot } from '@/app/(mail)/composer-slot'
import { currentAccount } from '@/lib/auth/require-account'

/** The signed-in shell around every mail page. */
export default async function MailLayout({ children }: { children: ReactNode }) {
  const account = await currentAccount()
  if (!account) redirect('/sign-in')
  const { address, displayName, admin } = account
  return (
    <QueryProvider>
      <AccountProvider account={{ address, displayName, admin }}>
        <Shell>{children}</Shell>
        <ComposerSlot />
      </AccountProvider>
    </QueryProvider>
  )
}
