import { X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { classNames } from '@/app/_ui/class-names'
import { IconButton } from '@/app/_ui/icon-button'
import { useErrorText } from '@/app/(mail)/_composer/use-error-text'
import type { SendNotice } from '@/app/(mail)/_composer/use-send'

type Props = { notice: SendNotice | null; onDismiss: () => void }

/** Says why the message has not left, above the buttons. */
export function SendNoticeBar({ notice, onDismiss }: Props) {
  const t = useTranslations('composer.notice')
  const errorText = useErrorText()
  if (!notice) return null
  const calm = notice.kind === 'uploads'
  const text = () => {
    if (notice.kind === 'refused') return errorText(notice.error)
    if (notice.kind === 'invalid-recipient') return t('invalid-recipient', { address: notice.address })
    return t(notice.kind)
  }
  return (
    <div
      role="alert"
      className={classNames(
        'flex shrink-0 items-center gap-2 py-1 pr-2 pl-3 text-sm',
        calm ? 'bg-warn-wash text-warn-text' : 'bg-danger-wash text-danger-text',
      )}
    >
      <span className="max-h-24 min-w-0 flex-1 overflow-y-auto break-words py-1">{text()}</span>
      {notice.kind === 'refused' && notice.error.code === 'not-signed-in' && (
        <a className="font-semibold underline" href="/sign-in" target="_blank" rel="noopener">
          {t('signIn')}
        </a>
      )}
      <IconButton size="small" label={t('dismiss')} onClick={onDismiss}>
        <X size={16} strokeWidth={1.75} aria-hidden />
      </IconButton>
    </div>
  )
}
