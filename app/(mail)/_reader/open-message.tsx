'use client'

import { Star } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { classNames } from '@/app/_ui/class-names'
import { Skeleton } from '@/app/_ui/skeleton'
import { Attachments } from '@/app/(mail)/_reader/attachments'
import { BounceBanner, isReport } from '@/app/(mail)/_reader/bounce-banner'
import { DeliveryButton } from '@/app/(mail)/_reader/delivery/delivery-button'
import { LeaveList } from '@/app/(mail)/_reader/leave-list'
import { MessageBody } from '@/app/(mail)/_reader/message-body'
import { MessageHead } from '@/app/(mail)/_reader/message-head'
import { MessageMenu } from '@/app/(mail)/_reader/message-menu'
import { isReceipt, ReceiptBanner } from '@/app/(mail)/_reader/receipt-banner'
import { ReceiptRequest } from '@/app/(mail)/_reader/receipt-request'
import { TrustLine } from '@/app/(mail)/_reader/trust-line'
import type { ThreadMessageRow } from '@/app/(mail)/_reader/use-folding'
import type { MessageActions } from '@/app/(mail)/_reader/use-reader-actions'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import { useMessage } from '@/app/(mail)/_state/use-thread'
import type { MessageDetail } from '@/lib/contract/messages'

type OpenMessageProps = {
  message: ThreadMessageRow
  /** When it came with the conversation. */
  known: MessageDetail | undefined
  subject: string
  actions: MessageActions
  /** Undefined where there is nothing to fold it among. */
  onFold: (() => void) | undefined
}

/** A message to read: who, trust, text, files. */
export function OpenMessage({ message, known, subject, actions, onFold }: OpenMessageProps) {
  const { detail, error, retry } = useMessage(message.ref, known)
  if (!detail) return <Waiting error={error} onRetry={() => void retry()} />
  return (
    <div className="px-8 pt-4 pb-6 max-md:px-4">
      <MessageHead detail={detail} onFold={onFold}>
        <StarMessage message={message} actions={actions} />
        <MessageMenu messageRef={message.ref} sender={detail.from[0]} actions={actions} />
      </MessageHead>
      <LeaveList detail={detail} />
      <TrustLine detail={detail} />
      {detail.ref.mailbox !== 'scheduled' && <DeliveryButton detail={detail} />}
      {isReport(detail) && <BounceBanner messageRef={detail.ref} />}
      {isReceipt(detail) && <ReceiptBanner messageRef={detail.ref} />}
      <ReceiptRequest detail={detail} />
      <MessageBody detail={detail} subject={subject} />
      <Attachments detail={detail} />
    </div>
  )
}

function StarMessage({ message, actions }: Pick<OpenMessageProps, 'message' | 'actions'>) {
  const t = useTranslations('list')
  const { flagged } = message.flags
  return (
    <button
      type="button"
      aria-label={t(flagged ? 'unstar' : 'star')}
      aria-pressed={flagged}
      data-tip={t(flagged ? 'unstar' : 'star')}
      onClick={() => actions.star(message.ref, !flagged)}
      className={classNames(
        'grid size-8 shrink-0 place-items-center rounded-md hover:bg-hover max-md:size-10',
        flagged ? 'text-star' : 'text-ink-faint',
      )}
    >
      <Star size={16} strokeWidth={1.75} aria-hidden fill={flagged ? 'currentColor' : 'none'} />
    </button>
  )
}

function Waiting({ error, onRetry }: { error: Error | null; onRetry: () => void }) {
  const t = useTranslations()
  const problemText = useProblemText()
  if (error) {
    return (
      <div role="alert" className="flex flex-wrap items-center gap-3 px-8 py-4 text-ink-soft max-md:px-4">
        <span className="min-w-48 flex-1">{problemText(error)}</span>
        <Button onClick={onRetry}>{t('ui.retry')}</Button>
      </div>
    )
  }
  return (
    <div role="status" aria-label={t('reader.loading')} className="grid max-w-xl gap-3.5 px-8 py-6 max-md:px-4">
      <Skeleton className="w-40" />
      <Skeleton className="w-11/12" />
      <Skeleton className="w-2/3" />
    </div>
  )
}
