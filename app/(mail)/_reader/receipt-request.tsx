'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { MailQuestionMark } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { showToast } from '@/app/_ui/toast'
import { returnToMessage } from '@/app/(mail)/_reader/stand-on-message'
import { detailsKey, messageKey } from '@/app/(mail)/_state/query-keys'
import { usePreferences } from '@/app/(mail)/_state/use-preferences'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import { deliveryApi } from '@/lib/contract/delivery-client'
import type { MessageDetail, MessageRef, ReceiptRequest as Request } from '@/lib/contract/messages'
import type { ReceiptAnswered } from '@/lib/contract/receipts'

/** The sender asks to be told that this was read. Nothing is sent unless the person says so, and that is said once. */
export function ReceiptRequest({ detail }: { detail: MessageDetail }) {
  const { readReceipts } = usePreferences()
  if (detail.receipt === null || readReceipts === 'never') return null
  const [{ name = '', address = '' } = {}] = detail.from
  return <Question messageRef={detail.ref} request={detail.receipt} sender={name || address} />
}

function Question({ messageRef, request, sender }: { messageRef: MessageRef; request: Request; sender: string }) {
  const t = useTranslations('receipt')
  const { mutate, isPending, isSuccess } = useAnswer(messageRef)
  useEffect(() => {
    const nowhere = document.activeElement === null || document.activeElement === document.body
    if (isSuccess && nowhere) returnToMessage(messageRef)
  }, [isSuccess, messageRef])
  if (isSuccess) return null
  return (
    <section
      aria-label={t('label')}
      className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md bg-canvas px-3 py-2.5 text-sm"
    >
      <p className="flex min-w-48 flex-1 gap-2">
        <MailQuestionMark size={16} strokeWidth={1.75} aria-hidden className="mt-0.5 shrink-0" />
        <span className="min-w-0 break-words">
          {t('asks', { sender })}
          {request.elsewhere && (
            <span className="block text-ink-soft">{t('elsewhere', { addresses: request.to.join(', ') })}</span>
          )}
        </span>
      </p>
      <span className="flex flex-wrap gap-2">
        <Button disabled={isPending} onClick={() => mutate(true)}>
          {t('send')}
        </Button>
        <Button kind="quiet" disabled={isPending} onClick={() => mutate(false)}>
          {t('decline')}
        </Button>
      </span>
    </section>
  )
}

function useAnswer(ref: MessageRef) {
  const t = useTranslations('receipt')
  const problemText = useProblemText()
  const client = useQueryClient()
  return useMutation<ReceiptAnswered, Error, boolean>({
    mutationFn: (send) => deliveryApi.answerReceipt(ref, { send }),
    onSuccess: ({ outcome }) => {
      showToast(t(outcome))
      void client.invalidateQueries({ queryKey: detailsKey })
      void client.invalidateQueries({ queryKey: messageKey(ref) })
    },
    onError: (error) => showToast(problemText(error), { tone: 'error' }),
  })
}
