'use client'

import { useMutation } from '@tanstack/react-query'
import { MailX } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { Confirm } from '@/app/_ui/confirm'
import { showToast } from '@/app/_ui/toast'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import { deliveryApi } from '@/lib/contract/delivery-client'
import type { MessageDetail } from '@/lib/contract/messages'

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

/** Leaves the mailing list a message came from: at once where that is safe, else on the list's own page. */
export function LeaveList({ detail }: { detail: MessageDetail }) {
  const t = useTranslations('unsubscribe')
  const problemText = useProblemText()
  const [asking, setAsking] = useState(false)
  const { mutate, isPending, isSuccess } = useMutation({
    mutationFn: () => deliveryApi.unsubscribe(detail.ref),
    onSuccess: () => showToast(t('done')),
    onError: (error) => showToast(problemText(error), { tone: 'error' }),
  })
  const { list } = detail
  if (!list?.leave || detail.ref.mailbox === 'sent') return null
  if (list.link !== null) {
    return (
      <a
        href={list.link}
        target="_blank"
        rel="noopener noreferrer"
        className="mt-2 inline-flex items-center gap-2 text-accent-text text-sm underline"
      >
        <MailX {...icon} />
        {t('page')}
      </a>
    )
  }
  return (
    <div className="mt-2">
      <Button disabled={isPending || isSuccess} onClick={() => setAsking(true)}>
        <MailX {...icon} />
        {t('verb')}
      </Button>
      {asking && (
        <Confirm
          title={t('title')}
          text={
            list.mail === null
              ? t('byClick', { list: list.id || (detail.from[0]?.address ?? '') })
              : t('byMail', list.mail)
          }
          verb={t('verb')}
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false)
            mutate()
          }}
        />
      )}
    </div>
  )
}
