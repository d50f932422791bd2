'use client'

import { useTranslations } from 'use-intl'
import { FactsDialog, type FactsDialogControl } from '@/app/(mail)/_reader/facts-dialog'
import { AuthResults } from '@/app/(mail)/_reader/origin/auth-results'
import { Filed } from '@/app/(mail)/_reader/origin/filed'
import { Hops } from '@/app/(mail)/_reader/origin/hops'
import { SpamSigns } from '@/app/(mail)/_reader/origin/spam-signs'
import { useOrigin } from '@/app/(mail)/_state/use-origin'
import type { MessageRef } from '@/lib/contract/messages'

/** Why a message is where it is: the rule that filed it, who vouches for it, what the spam filter saw, how it came. */
export default function OriginDialog({ messageRef, ...control }: FactsDialogControl & { messageRef: MessageRef }) {
  const t = useTranslations('origin')
  const facts = useOrigin(messageRef, control.open)
  return (
    <FactsDialog {...control} title={t('title')} facts={facts}>
      {(origin) => (
        <div className="mt-4 grid gap-6">
          <Filed origin={origin} />
          <AuthResults origin={origin} />
          <SpamSigns spam={origin.spam} />
          <Hops hops={origin.hops} />
        </div>
      )}
    </FactsDialog>
  )
}
