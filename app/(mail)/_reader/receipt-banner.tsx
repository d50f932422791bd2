'use client'

import { useQuery } from '@tanstack/react-query'
import { MailCheck } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { ForgedNote } from '@/app/(mail)/_reader/forged-note'
import { receiptKey } from '@/app/(mail)/_state/query-keys'
import { useFormat } from '@/app/(mail)/_state/use-format'
import { deliveryApi } from '@/lib/contract/delivery-client'
import type { MessageDetail, MessageRef } from '@/lib/contract/messages'

/** Whether a message carries a machine-readable read receipt. */
export const isReceipt = ({ attachments }: MessageDetail): boolean =>
  attachments.some(({ type }) => /^message\/(global-)?disposition-notification$/.test(type))

/** A read receipt in one sentence. One for nothing that was asked is said to be so. */
export function ReceiptBanner({ messageRef }: { messageRef: MessageRef }) {
  const t = useTranslations('receipt')
  const format = useFormat()
  const { data } = useQuery({
    queryKey: receiptKey(messageRef),
    queryFn: ({ signal }) => deliveryApi.receipt(messageRef, signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  if (!data) return null
  if (!data.genuine) return <ForgedNote>{t('forged')}</ForgedNote>
  const { kind, recipient, subject, at } = data
  return (
    <section aria-label={t('label')} className="mt-4 flex gap-3 rounded-md bg-canvas px-3 py-2.5 text-sm">
      <MailCheck size={16} strokeWidth={1.75} aria-hidden className="mt-0.5 shrink-0" />
      <p className="min-w-0 break-words">
        {t(kind, { recipient, subject, time: format.medium(at) })}
        <span className="block text-ink-soft">{t('claim')}</span>
      </p>
    </section>
  )
}
