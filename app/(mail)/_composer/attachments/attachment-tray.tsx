import { Paperclip, RotateCw, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '@/app/_ui/icon-button'
import { largestFile } from '@/app/(mail)/_composer/attachments/message-size'
import type { PendingUpload } from '@/app/(mail)/_composer/attachments/upload-queue'
import type { Attachments } from '@/app/(mail)/_composer/attachments/use-attachments'
import { useFileSize } from '@/app/(mail)/_composer/attachments/use-file-size'
import { useErrorText } from '@/app/(mail)/_composer/use-error-text'
import type { DraftAttachment } from '@/lib/contract/drafts'

type CardProps = { name: string; detail: string; failed?: boolean; progress?: number; children: ReactNode }

function FileCard({ name, detail, failed, progress, children }: CardProps) {
  return (
    <li className="relative flex min-w-0 items-center gap-2 overflow-hidden rounded-md border border-line bg-canvas py-1 pr-1 pl-2.5">
      <Paperclip size={16} strokeWidth={1.75} aria-hidden className="shrink-0 text-ink-faint" />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium text-sm" title={name}>
          {name}
        </span>
        <span className={failed ? 'block text-danger-text text-xs' : 'block text-ink-faint text-xs'}>{detail}</span>
      </span>
      {children}
      {progress !== undefined && (
        <span
          role="progressbar"
          aria-label={name}
          aria-valuenow={Math.round(progress * 100)}
          aria-valuemin={0}
          aria-valuemax={100}
          className="absolute bottom-0 left-0 h-0.5 bg-accent transition-[width]"
          style={{ width: `${progress * 100}%` }}
        />
      )}
    </li>
  )
}

function PendingCard({ upload, attachments }: { upload: PendingUpload; attachments: Attachments }) {
  const t = useTranslations('composer.attachments')
  const size = useFileSize()
  const errorText = useErrorText()
  const progress = upload.size === 0 ? 1 : upload.sent / upload.size
  const detail = upload.error
    ? errorText(upload.error)
    : t('progress', { sent: size(upload.sent), total: size(upload.size) })
  return (
    <FileCard
      name={upload.file.name}
      detail={detail}
      failed={upload.error !== null}
      progress={upload.error ? undefined : progress}
    >
      {upload.error && (
        <IconButton
          size="small"
          label={t('retry', { name: upload.file.name })}
          onClick={() => attachments.queue.retry(upload.id)}
        >
          <RotateCw size={16} strokeWidth={1.75} aria-hidden />
        </IconButton>
      )}
      <IconButton
        size="small"
        label={t('cancel', { name: upload.file.name })}
        onClick={() => attachments.queue.cancel(upload.id)}
      >
        <X size={16} strokeWidth={1.75} aria-hidden />
      </IconButton>
    </FileCard>
  )
}

type Props = { files: DraftAttachment[]; attachments: Attachments }

/** The files of the message, with those on their way and those that are too large. Images of the body are not listed. */
export function AttachmentTray({ files, attachments }: Props) {
  const t = useTranslations('composer.attachments')
  const size = useFileSize()
  const { pending, tooLarge, remove, forgetTooLarge } = attachments
  if (files.length === 0 && pending.length === 0 && tooLarge.length === 0) return null
  return (
    <div className="max-h-40 shrink-0 overflow-y-auto border-line border-t px-3 py-2">
      {tooLarge.length > 0 && (
        <p
          role="alert"
          className="mb-2 flex items-start gap-2 rounded-md bg-danger-wash py-1 pr-1 pl-2.5 text-danger-text text-sm"
        >
          <span className="min-w-0 flex-1 break-words py-1">
            {t('tooLarge', { names: tooLarge.map((file) => file.name).join(', '), limit: size(largestFile) })}
          </span>
          <IconButton size="small" label={t('dismiss')} onClick={forgetTooLarge}>
            <X size={16} strokeWidth={1.75} aria-hidden />
          </IconButton>
        </p>
      )}
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-2" aria-label={t('list')}>
        {files.map((file) => (
          <FileCard key={file.uploadId} name={file.name} detail={size(file.size)}>
            <IconButton size="small" label={t('remove', { name: file.name })} onClick={() => remove(file.uploadId)}>
              <X size={16} strokeWidth={1.75} aria-hidden />
            </IconButton>
          </FileCard>
        ))}
        {pending.map((upload) => (
          <PendingCard key={upload.id} upload={upload} attachments={attachments} />
        ))}
      </ul>
    </div>
  )
}
