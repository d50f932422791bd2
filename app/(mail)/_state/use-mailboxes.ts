'use client'

import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { mailboxesKey } from '@/app/(mail)/_state/query-keys'
import { useLabelOf } from '@/app/(mail)/_state/use-labels'
import { api } from '@/lib/contract/client'
import { type Mailbox, type MailboxRole, mailboxRoles } from '@/lib/contract/mailboxes'

export function useMailboxes() {
  return useQuery({ queryKey: mailboxesKey, queryFn: ({ signal }) => api.mailboxes(signal) })
}

const roles = new Set<string>(mailboxRoles)

const isRole = (id: string): id is MailboxRole => roles.has(id)

/** What a mailbox or a label is called: by its role in the person's language, or as the person named it. */
export function useMailboxName(): (id: string) => string {
  const t = useTranslations('mailbox')
  const { data } = useMailboxes()
  const labelOf = useLabelOf()
  return useCallback(
    (id) => {
      if (isRole(id)) return t(id)
      return labelOf(id)?.name ?? data?.mailboxes.find((mailbox) => mailbox.id === id)?.name ?? ''
    },
    [t, data, labelOf],
  )
}

/** Mailboxes a message can be moved to: not the views, and not where it is already (null: not in one place). */
export const moveTargets = (mailboxes: Mailbox[], from: string | null): Mailbox[] =>
  mailboxes.filter(
    ({ id, role }) =>
      id !== from && !['starred', 'snoozed', 'scheduled', 'all', 'drafts', 'sent'].some((view) => view === role),
  )
