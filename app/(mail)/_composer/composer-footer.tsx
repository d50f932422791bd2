import { ALargeSmall, Image, Paperclip, Trash2 } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { IconButton } from '@/app/_ui/icon-button'
import { DraftState } from '@/app/(mail)/_composer/draft-state'
import { RemindMenu } from '@/app/(mail)/_composer/remind-menu'
import { SendLater } from '@/app/(mail)/_composer/send-later/send-later'
import type { DraftStatus } from '@/app/(mail)/_state/draft-session'

type FilePickProps = { label: string; accept?: string; onFiles: (files: File[]) => void; icon: typeof Paperclip }

function FilePick({ label, accept, onFiles, icon: Icon }: FilePickProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={accept}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <IconButton label={label} onClick={() => input.current?.click()}>
        <Icon size={16} strokeWidth={1.75} aria-hidden />
      </IconButton>
    </>
  )
}

type Props = {
  status: DraftStatus
  format: 'html' | 'text'
  showFormats: boolean
  onSend: () => void
  onSendAt: (at: Date) => void
  remindInDays: number | null
  onRemind: (days: number | null) => void
  onAttach: (files: File[]) => void
  onImages: (files: File[]) => void
  onToggleFormats: () => void
  /** The menu of what is wanted more rarely. */
  more: ReactNode
  onDiscard: () => void
}

/** The row of buttons: Send first, Discard last. */
export function ComposerFooter(props: Props) {
  const t = useTranslations('composer')
  const { status, format, showFormats } = props
  const rich = format === 'html'
  return (
    <div className="flex shrink-0 items-center gap-1 border-line border-t px-3 py-2 pb-[max(0.5rem,env(safe-area-inset-bottom))]">
      <Button
        kind="primary"
        className="px-5"
        data-tip={t('sendHint')}
        disabled={status.kind === 'sending'}
        onClick={props.onSend}
      >
        {t('send')}
      </Button>
      <SendLater disabled={status.kind === 'sending'} onChoose={props.onSendAt} />
      <RemindMenu value={props.remindInDays} onChange={props.onRemind} />
      <FilePick label={t('attach')} icon={Paperclip} onFiles={props.onAttach} />
      {rich && (
        <>
          <FilePick
            label={t('image')}
            icon={Image}
            accept="image/png,image/jpeg,image/gif,image/webp"
            onFiles={props.onImages}
          />
          <IconButton label={t('format.toggle')} aria-pressed={showFormats} onClick={props.onToggleFormats}>
            <ALargeSmall size={16} strokeWidth={1.75} aria-hidden />
          </IconButton>
        </>
      )}
      {props.more}
      <span className="flex min-w-0 flex-1 justify-end px-1" aria-live="off">
        <DraftState status={status} />
      </span>
      <IconButton label={t('discard')} onClick={props.onDiscard}>
        <Trash2 size={16} strokeWidth={1.75} aria-hidden />
      </IconButton>
    </div>
  )
}
