'use client'

import { Forward, Reply, ReplyAll, Star } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { classNames } from '@/app/_ui/class-names'
import { Attachments } from '@/app/(mail)/_reader/attachments'
import { MessageBody } from '@/app/(mail)/_reader/message-body'
import { MessageHead } from '@/app/(mail)/_reader/message-head'
import { TrustLine } from '@/app/(mail)/_reader/trust-line'
import type { ReaderActions } from '@/app/(mail)/_reader/use-reader-keys'
import { useAccount } from '@/app/(mail)/_state/account'
import type { MessageDetail } from '@/lib/contract/messages'

type MessageCardProps = { detail: MessageDetail; subject: string; actions: ReaderActions }

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

/** Subject, then the message: who, trust, text, files, answers. */
export function MessageCard({ detail, subject, actions }: MessageCardProps) {
  const t = useTranslations('list')
  const sender = detail.from[0]
  const { flagged } = detail.flags
  return (
    <div className="px-8 pt-6 pb-12 max-md:px-4 max-md:pt-4">
      <div className="flex items-start gap-2">
        <h1 dir="auto" className="min-w-0 flex-1 break-words font-semibold text-xl tracking-tight">
          {subject}
        </h1>
        <button
          type="button"
          aria-label={t(flagged ? 'unstar' : 'star')}
          aria-pressed={flagged}
          data-tip={`${t(flagged ? 'unstar' : 'star')} (s)`}
          onClick={() => actions.act(flagged ? 'unstar' : 'star')}
          className={classNames(
            'grid size-8 shrink-0 place-items-center rounded-md hover:bg-hover',
            flagged ? 'text-star' : 'text-ink-faint',
          )}
        >
          <Star {...icon} fill={flagged ? 'currentColor' : 'none'} />
        </button>
      </div>
      <article aria-label={sender?.name || sender?.address || t('noSender')} className="mt-5">
        <MessageHead detail={detail} />
        <TrustLine detail={detail} />
        <MessageBody key={detail.ref.id} detail={detail} subject={subject} />
        <Attachments detail={detail} />
      </article>
      <Answers detail={detail} actions={actions} />
    </div>
  )
}

function Answers({ detail, actions }: Omit<MessageCardProps, 'subject'>) {
  const t = useTranslations('reader')
  const { address } = useAccount()
  const others = [...detail.to, ...detail.cc].filter((person) => person.address.toLowerCase() !== address)
  return (
    <div className="mt-8 flex flex-wrap gap-2">
      <Button onClick={() => actions.answer('reply')}>
        <Reply {...icon} />
        {t('reply')}
      </Button>
      {others.length > 0 && (
        <Button onClick={() => actions.answer('reply-all')}>
          <ReplyAll {...icon} />
          {t('replyAll')}
        </Button>
      )}
      <Button onClick={() => actions.answer('forward')}>
        <Forward {...icon} />
        {t('forward')}
      </Button>
    </div>
  )
}
