'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { Skeleton } from '@/app/_ui/skeleton'
import { AuthResults } from '@/app/(mail)/_reader/origin/auth-results'
import { Filed } from '@/app/(mail)/_reader/origin/filed'
import { Hops } from '@/app/(mail)/_reader/origin/hops'
import { SpamSigns } from '@/app/(mail)/_reader/origin/spam-signs'
import { useOrigin } from '@/app/(mail)/_state/use-origin'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import type { MessageRef } from '@/lib/contract/messages'

type OriginDialogProps = { open: boolean; onOpenChange: (open: boolean) => void; messageRef: MessageRef }

/** Why a message is where it is: the rule that filed it, who vouches for it, what the spam filter saw, how it came. */
export default function OriginDialog({ open, onOpenChange, messageRef }: OriginDialogProps) {
  const t = useTranslations()
  const problemText = useProblemText()
  const { data, error, refetch } = useOrigin(messageRef, open)
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('origin.title')} kind="wide">
      {data && (
        <div className="mt-4 grid gap-6">
          <Filed origin={data} />
          <AuthResults origin={data} />
          <SpamSigns spam={data.spam} />
          <Hops hops={data.hops} />
        </div>
      )}
      {!data && !error && (
        <div role="status" aria-label={t('ui.loading')} className="mt-5 grid gap-4">
          <Skeleton className="w-1/2" />
          <Skeleton className="h-24 w-full" />
        </div>
      )}
      {!data && error && (
        <p role="alert" className="mt-4 flex flex-wrap items-center gap-3 text-ink-soft">
          <span className="min-w-48 flex-1">{problemText(error)}</span>
          <Button onClick={() => void refetch()}>{t('ui.retry')}</Button>
        </p>
      )}
      <div className="mt-5 flex justify-end">
        <Button onClick={() => onOpenChange(false)}>{t('ui.close')}</Button>
      </div>
    </Dialog>
  )
}
