'use client'

import { ComposeButton } from '@/app/(mail)/_nav/compose-button'
import { MailboxList } from '@/app/(mail)/_nav/mailbox-list'
import { Mark } from '@/app/(mail)/_nav/mark'
import { QuotaMeter } from '@/app/(mail)/_nav/quota-meter'

/** The left column: sign, Compose, mailboxes, quota. */
export function Sidebar() {
  return (
    <aside aria-label="Waypost" className="flex min-h-0 flex-col max-md:hidden">
      <Brand />
      <div className="px-3 pb-3">
        <ComposeButton className="h-9 w-full" />
      </div>
      <MailboxList />
      <QuotaMeter />
    </aside>
  )
}

export function Brand() {
  return (
    <div className="flex h-14 shrink-0 items-center gap-2 px-5 font-semibold text-lg tracking-tight">
      <Mark />
      Waypost
    </div>
  )
}
