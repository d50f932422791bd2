'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { Confirm } from '@/app/_ui/confirm'
import { showToast } from '@/app/_ui/toast'
import { deliveryKey } from '@/app/(mail)/_state/query-keys'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import type { RecipientDelivery } from '@/lib/contract/delivery'
import { deliveryApi } from '@/lib/contract/delivery-client'
import type { MessageRef } from '@/lib/contract/messages'

type WaitingButtonsProps = { message: MessageRef; delivery: RecipientDelivery; waiting: RecipientDelivery[] }

/** 'Try now' and 'Stop trying' for a recipient who is waited for. Stopping counts for all of `waiting`, so it says so. */
export function WaitingButtons({ message, delivery: { recipient }, waiting }: WaitingButtonsProps) {
  const t = useTranslations('delivery')
  const problemText = useProblemText()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const { mutate, isPending } = useMutation({
    mutationFn: (command: 'retry' | 'stop') => deliveryApi.commandDelivery(message, { recipient, command }),
    onSuccess: (_, command) => showToast(t(command === 'retry' ? 'retried' : 'stopping')),
    onError: (problem) => showToast(problemText(problem), { tone: 'error' }),
    // what came of it is told by the mail server's log; this catches what was told already
    onSettled: () => client.invalidateQueries({ queryKey: deliveryKey(message) }),
  })
  const stop = () => {
    setAsking(false)
    mutate('stop')
  }
  return (
    <div className="flex flex-wrap gap-2 px-3 pb-2 md:pl-9.5">
      <Button disabled={isPending} aria-label={t('retryFor', { recipient })} onClick={() => mutate('retry')}>
        {t('retry')}
      </Button>
      <Button disabled={isPending} aria-label={t('stopFor', { recipient })} onClick={() => setAsking(true)}>
        {t('stop')}
      </Button>
      {asking && (
        <Confirm
          title={t('stopTitle')}
          text={t('stopText', { recipients: waiting.map((one) => one.recipient).join(', ') })}
          verb={t('stop')}
          onCancel={() => setAsking(false)}
          onConfirm={stop}
        />
      )}
    </div>
  )
}
