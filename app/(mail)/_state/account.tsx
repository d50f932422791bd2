'use client'

import { createContext, type ReactNode, use } from 'react'
import type { SessionAccount } from '@/lib/contract/session'

const AccountContext = createContext<SessionAccount | null>(null)

export function AccountProvider({ account, children }: { account: SessionAccount; children: ReactNode }) {
  return <AccountContext value={account}>{children}</AccountContext>
}

/** Who is signed in. Throws outside of the signed-in shell. */
export function useAccount(): SessionAccount {
  const account = use(AccountContext)
  if (!account) throw new Error('useAccount is for the signed-in shell')
  return account
}
