'use client'

import { Paperclip } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Avatar } from '@/app/_ui/avatar'
import type { ThreadMessageRow } from '@/app/(mail)/_reader/use-folding'
import { useAccount } from '@/app/(mail)/_state/account'
import { openComposer } from '@/app/(mail)/_state/composer-intents'
import { MarkSlot } from '@/app/(mail)/_state/delivery/mark-slot'
import { useFormat } from '@/app/(mail)/_state/use-format'

type FoldedMessageProps = { message: ThreadMessageRow; onOpen: () => void }

/** A message as one line: who, its first words, when. A draft is gone on with instead of opened. */
export function FoldedMessage({ message, onOpen }: FoldedMessageProps) {
  const t = useTranslations()
  const format = useFormat()
  const { address } = useAccount()
  const [sender] = message.from
  const mine = sender?.address.toLowerCase() === address
  const draft = message.flags.draft
  const edit = () => openComposer({ kind: 'edit', source: message.ref }, 'conversation')
  return (
    <button
      type="button"
      aria-expanded={draft ? undefined : false}
      onClick={draft ? edit : onOpen}
      className="flex h-12 w-full items-center gap-3 px-8 text-left hover:bg-hover max-md:px-4"
    >
      <Avatar name={sender?.name ?? ''} address={sender?.address ?? '?'} size={28} />
      <span dir="auto" className="w-40 shrink-0 truncate font-medium max-md:w-24">
        {draft && <span className="text-danger-text">{t('list.draft')}</span>}
        {!draft && (mine ? t('threads.me') : sender?.name || sender?.address || t('list.noSender'))}
      </span>
      <span dir="auto" className="min-w-0 flex-1 truncate text-ink-faint">
        {message.preview}
      </span>
      {message.ref.mailbox === 'sent' && <MarkSlot messageRef={message.ref} />}
      {message.hasAttachments && (
        <Paperclip
          size={16}
          strokeWidth={1.75}
          role="img"
          aria-label={t('list.hasAttachments')}
          className="text-ink-faint"
        />
      )}
      <time dateTime={message.date} title={format.full(message.date)} className="shrink-0 text-ink-faint text-sm">
        {format.when(message.date)}
      </time>
    </button>
  )
}
