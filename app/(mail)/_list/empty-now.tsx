'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Confirm } from '@/app/_ui/confirm'
import { mailboxListed } from '@/app/(mail)/_state/listed'
import { useBulk } from '@/app/(mail)/_state/use-bulk'

type Props = { mailbox: 'trash' | 'spam'; total: number }

/** What becomes of mail in Trash or Spam, and a button not to wait for it. */
export function EmptyNow({ mailbox, total }: Props) {
  const t = useTranslations()
  const bulk = useBulk()
  const [asking, setAsking] = useState(false)
  const verb = t(mailbox === 'trash' ? 'bulk.emptyTrash' : 'bulk.emptySpam')
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-3 border-line border-b bg-canvas px-4 py-2 text-ink-soft text-sm">
      <p>{t(mailbox === 'trash' ? 'list.trashNote' : 'list.spamNote')}</p>
      <button
        type="button"
        className="min-h-6 rounded-sm font-semibold text-accent-text hover:underline"
        onClick={() => setAsking(true)}
      >
        {verb}
      </button>
      {asking && (
        <Confirm
          title={t('bulk.confirmEmpty', { mailbox })}
          text={t('bulk.confirmEmptyText', { count: total })}
          verb={verb}
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false)
            bulk(mailboxListed(mailbox), { kind: 'remove' })
          }}
        />
      )}
    </div>
  )
}
