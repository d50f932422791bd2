import type { ReactNode } from 'react'
import { Shell } from '@/app/(mail)/_nav/shell'
import { SearchBox } from '@/app/(mail)/_search/search-box'
import { AccountProvider } from '@/app/(mail)/_state/account'
import { PlaceProvider } from '@/app/(mail)/_state/place-provider'
import { labelsKey, mailboxesKey, preferencesKey } from '@/app/(mail)/_state/query-keys'
import { QueryProvider } from '@/app/(mail)/_state/query-provider'
import { PreferencesProvider } from '@/app/(mail)/_state/use-preferences'
import { ComposerSlot } from '@/app/(mail)/composer-slot'
import { OutboxSlot } from '@/app/(mail)/outbox-slot'
import { PaletteSlot } from '@/app/(mail)/palette-slot'
import { preferencesOfAccount } from '@/app/(mail)/preferences'
import { Prefetch } from '@/app/(mail)/prefetch'
import { SignedInView } from '@/app/(mail)/signed-in-view'
import { TimedSlot } from '@/app/(mail)/timed-slot'
import { currentAccount } from '@/lib/auth/require-account'
import type { SignedIn } from '@/lib/auth/signed-in'
import { listLabels } from '@/lib/service/list-labels'
import { listMailboxesOf } from '@/lib/service/list-mailboxes'
import { sessionAccount } from '@/lib/service/session-account'

/** The signed-in shell around every mail page. */
export default async function MailLayout({ children }: { children: ReactNode }) {
  const account = await currentAccount()
  // Pages redirect themselves: only they know where to come back to.
  if (!account) return children
  return (
    <QueryProvider>
      <AccountProvider account={sessionAccount(account)}>
        <Prefetch wanted={wantedBy(account)}>
          <PreferencesProvider>
            <PlaceProvider>
              <SignedInView>
                <Shell search={<SearchBox />}>{children}</Shell>
                <ComposerSlot />
                <TimedSlot />
                <OutboxSlot />
                <PaletteSlot />
              </SignedInView>
            </PlaceProvider>
          </PreferencesProvider>
        </Prefetch>
      </AccountProvider>
    </QueryProvider>
  )
}

const wantedBy = (account: SignedIn) => [
  { queryKey: mailboxesKey, queryFn: () => listMailboxesOf(account) },
  { queryKey: labelsKey, queryFn: () => listLabels(account) },
  { queryKey: preferencesKey, queryFn: () => preferencesOfAccount(account.accountId) },
]
