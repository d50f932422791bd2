import { MailCheck, X } from 'lucide-react'
import { useTranslations } from 'use-intl'

const look = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

/** Says that the message asks for read receipts, as long as it does. */
export function ReceiptLine({ onRemove }: { onRemove: () => void }) {
  const t = useTranslations('composer')
  return (
    <p className="flex shrink-0 items-center gap-2 border-line border-t px-3 py-1 text-ink-soft text-sm">
      <MailCheck {...look} className="shrink-0" />
      <span className="min-w-0 flex-1">{t('receiptAsked')}</span>
      <button
        type="button"
        aria-label={t('noReceipt')}
        data-tip={t('noReceipt')}
        onClick={onRemove}
        className="grid size-7 place-items-center rounded-md hover:bg-hover max-md:size-10"
      >
        <X {...look} />
      </button>
    </p>
  )
}
