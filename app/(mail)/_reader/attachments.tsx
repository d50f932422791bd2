'use client'

import { Download, File, FileArchive, FileAudio, FileImage, FileText, FileVideo, FolderDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '@/app/(mail)/_state/use-format'
import type { Attachment, MessageDetail, MessageRef } from '@/lib/contract/messages'
import { urls } from '@/lib/contract/urls'

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

/** The files of a message as cards: open, save, save all. */
export function Attachments({ detail }: { detail: MessageDetail }) {
  const t = useTranslations('reader')
  const format = useFormat()
  const files = detail.attachments.filter(({ inline }) => !inline)
  if (files.length === 0) return null
  const size = format.size(files.reduce((sum, file) => sum + file.size, 0))
  return (
    <section className="mt-6 border-line border-t pt-4">
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2 className="font-semibold text-sm">{t('attachmentCount', { count: files.length, size })}</h2>
        {files.length > 1 && (
          <a
            href={urls.zip(detail.ref)}
            download
            className="inline-flex h-7 items-center gap-1.5 rounded-md px-2 font-medium text-accent-text text-sm hover:bg-hover"
          >
            <FolderDown {...icon} />
            {t('saveAll')}
          </a>
        )}
      </div>
      <ul
        aria-label={t('attachments')}
        className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,15rem),1fr))] gap-2"
      >
        {files.map((file) => (
          <AttachmentCard key={file.part} file={file} messageRef={detail.ref} />
        ))}
      </ul>
    </section>
  )
}

function AttachmentCard({ file, messageRef }: { file: Attachment; messageRef: MessageRef }) {
  const t = useTranslations('reader')
  const format = useFormat()
  return (
    <li className="flex min-w-0 items-center gap-3 rounded-lg border border-line p-2 hover:border-line-strong">
      <Preview file={file} messageRef={messageRef} />
      <div className="min-w-0 flex-1">
        {file.viewable ? (
          <a
            href={urls.part(messageRef, file.part, { view: true })}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={t('openAttachment', { name: file.name })}
            title={file.name}
            className="block truncate font-medium text-sm hover:underline"
          >
            {file.name}
          </a>
        ) : (
          <span title={file.name} className="block truncate font-medium text-sm">
            {file.name}
          </span>
        )}
        <span className="block truncate text-ink-faint text-xs">
          {kindOf(file)} · {format.size(file.size)}
        </span>
      </div>
      <a
        href={urls.part(messageRef, file.part)}
        download={file.name}
        aria-label={t('saveAttachment', { name: file.name })}
        data-tip={t('saveAttachment', { name: file.name })}
        className="grid size-8 shrink-0 place-items-center rounded-md text-ink-soft hover:bg-hover hover:text-ink"
      >
        <Download {...icon} />
      </a>
    </li>
  )
}

/** The extension says more to people than a media type. */
const kindOf = ({ name, type }: Attachment): string =>
  (/\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1] ?? type.split('/').at(-1) ?? type).toUpperCase()

const thumbnailLimit = 8_000_000

function Preview({ file, messageRef }: { file: Attachment; messageRef: MessageRef }) {
  const [broken, setBroken] = useState(false)
  const image = file.viewable && file.type.startsWith('image/') && file.size <= thumbnailLimit && !broken
  return (
    <span className="grid size-10 shrink-0 place-items-center overflow-hidden rounded-md bg-canvas text-ink-faint">
      {image ? (
        // biome-ignore lint/performance/noImgElement: a mail's image must not pass an optimiser's cache
        <img
          src={urls.part(messageRef, file.part, { view: true })}
          alt=""
          loading="lazy"
          className="size-full object-cover"
          onError={() => setBroken(true)}
        />
      ) : (
        <KindIcon type={file.type} />
      )}
    </span>
  )
}

function KindIcon({ type }: { type: string }) {
  const look = { size: 20, strokeWidth: 1.5, 'aria-hidden': true } as const
  if (type.startsWith('image/')) return <FileImage {...look} />
  if (type.startsWith('audio/')) return <FileAudio {...look} />
  if (type.startsWith('video/')) return <FileVideo {...look} />
  if (/zip|tar|compressed|rar/.test(type)) return <FileArchive {...look} />
  if (type.startsWith('text/') || type === 'application/pdf') return <FileText {...look} />
  return <File {...look} />
}
