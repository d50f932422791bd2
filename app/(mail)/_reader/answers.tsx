'use client'

import { Forward, Reply, ReplyAll } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import type { ThreadMessageRow } from '@/app/(mail)/_reader/use-folding'
import type { MessageActions } from '@/app/(mail)/_reader/use-reader-actions'
import { useAccount } from '@/app/(mail)/_state/account'
import { offerPlace, usePlaceTaken } from '@/app/(mail)/_state/composer-place'
import type { MessageDetail } from '@/lib/contract/messages'

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

type AnswersProps = {
  message: ThreadMessageRow
  detail: MessageDetail | undefined
  actions: MessageActions
}

/** Below a conversation: the ways to answer its newest message, or the answer being written. */
export function Answers({ message, detail, actions }: AnswersProps) {
  const t = useTranslations('reader')
  const { address } = useAccount()
  const taken = usePlaceTaken()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => (place.current ? offerPlace(place.current) : undefined), [])
  const others = [...message.to, ...(detail?.cc ?? [])].filter((person) => person.address.toLowerCase() !== address)
  return (
    <div className="px-8 pt-4 pb-12 max-md:px-4">
      <div ref={place} />
      {!taken && (
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => actions.answer('reply', message.ref)}>
            <Reply {...icon} />
            {t('reply')}
          </Button>
          {others.length > 0 && (
            <Button onClick={() => actions.answer('reply-all', message.ref)}>
              <ReplyAll {...icon} />
              {t('replyAll')}
            </Button>
          )}
          <Button onClick={() => actions.answer('forward', message.ref)}>
            <Forward {...icon} />
            {t('forward')}
          </Button>
        </div>
      )}
    </div>
  )
}
