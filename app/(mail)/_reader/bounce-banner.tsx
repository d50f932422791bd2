'use client'

import { useQuery } from '@tanstack/react-query'
import { Undo2 } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { ForgedNote } from '@/app/(mail)/_reader/forged-note'
import { openComposer } from '@/app/(mail)/_state/composer-intents'
import { bounceKey } from '@/app/(mail)/_state/query-keys'
import type { BounceRecipient } from '@/lib/contract/bounce'
import { deliveryApi } from '@/lib/contract/delivery-client'
import type { MessageDetail, MessageRef } from '@/lib/contract/messages'

/** Whether a message carries a machine-readable delivery report. */
export const isReport = ({ attachments }: MessageDetail): boolean =>
  attachments.some(({ type }) => type === 'message/delivery-status' || type === 'message/global-delivery-status')

/** A delivery report in one sentence a recipient, with the way to mend it. A forged one offers nothing. */
export function BounceBanner({ messageRef }: { messageRef: MessageRef }) {
  const t = useTranslations('bounce')
  const { data } = useQuery({
    queryKey: bounceKey(messageRef),
    queryFn: ({ signal }) => deliveryApi.bounce(messageRef, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (!data) return null
  if (!data.genuine) return <ForgedNote>{t('forged')}</ForgedNote>
  return (
    <section aria-label={t('label')} className="mt-4 grid gap-2 rounded-md bg-canvas px-3 py-2.5 text-sm">
      {data.recipients.map((one) => (
        <div key={one.address} className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Sentence recipient={one} />
          {one.outcome === 'failed' && data.original && <Resend recipient={one.address} original={data.original} />}
        </div>
      ))}
    </section>
  )
}

function Sentence({ recipient }: { recipient: BounceRecipient }) {
  const t = useTranslations('bounce')
  const { address, outcome, reason, words } = recipient
  return (
    <p className="min-w-48 flex-1">
      {t(outcome, { address, reason: t(`reason.${reason}`) })}
      {words !== '' && outcome !== 'delivered' && (
        <span className="block break-words text-ink-faint text-xs">{words}</span>
      )}
    </p>
  )
}

function Resend({ recipient, original }: { recipient: string; original: MessageRef }) {
  const t = useTranslations('bounce')
  return (
    <Button onClick={() => openComposer({ kind: 'resend', source: original, recipient })}>
      <Undo2 size={16} strokeWidth={1.75} aria-hidden />
      {t('resend')}
    </Button>
  )
}
