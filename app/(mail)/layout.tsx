import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { AccountProvider } from '@/app/(mail)/_state/account'
import { QueryProvider } from '@/app/(mail)/_state/query-provider'
import { ComposerSlot } from '@/app/(mail)/composer-slot'
import { requireAccount } from '@/lib/auth/require-account'
import type { SessionAccount } from '@/lib/contract/session'
import { AppError } from '@/lib/errors'

/** The signed-in shell around every mail page. */
export default async function MailLayout({ children }: { children: ReactNode }) {
  const account = await signedIn()
  return (
    <QueryProvider>
      <AccountProvider account={account}>
        {children}
        <ComposerSlot />
      </AccountProvider>
    </QueryProvider>
  )
}

async function signedIn(): Promise<SessionAccount> {
  try {
    const { address, displayName, admin } = await requireAccount()
    return { address, displayName, admin }
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-signed-in') redirect('/sign-in')
    throw error
  }
}
