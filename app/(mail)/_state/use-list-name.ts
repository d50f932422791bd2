'use client'

import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import type { Listed } from '@/app/(mail)/_state/listed'
import { useLabelOf } from '@/app/(mail)/_state/use-labels'
import { useMailboxName } from '@/app/(mail)/_state/use-mailboxes'

/** What a list is called in a sentence: a mailbox, a label, or 'this search'. */
export function useListName(): (listed: Listed) => string {
  const t = useTranslations('bulk')
  const nameOf = useMailboxName()
  const labelOf = useLabelOf()
  return useCallback(
    (listed) => {
      if (listed.kind === 'search') return t('thisSearch')
      return labelOf(listed.id)?.name ?? nameOf(listed.id)
    },
    [t, nameOf, labelOf],
  )
}
