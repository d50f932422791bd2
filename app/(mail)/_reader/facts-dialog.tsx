'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { Skeleton } from '@/app/_ui/skeleton'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'

/** What opens a dialog of facts about a message. */
export type FactsDialogControl = { open: boolean; onOpenChange: (open: boolean) => void }

type FactsDialogProps<Facts> = FactsDialogControl & {
  title: string
  facts: { data: Facts | undefined; error: Error | null; refetch: () => unknown }
  children: (facts: Facts) => ReactNode
}

/** A dialog that asks the server for what it shows: it says that it waits, and what went wrong with a way to ask again. */
export function FactsDialog<Facts>({ open, onOpenChange, title, facts, children }: FactsDialogProps<Facts>) {
  const t = useTranslations('ui')
  const problemText = useProblemText()
  const { data, error, refetch } = facts
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={title} kind="wide">
      {data && children(data)}
      {!data && !error && (
        <div role="status" aria-label={t('loading')} className="mt-5 grid gap-4">
          <Skeleton className="w-1/2" />
          <Skeleton className="h-24 w-full" />
        </div>
      )}
      {!data && error && (
        <p role="alert" className="mt-4 flex flex-wrap items-center gap-3 text-ink-soft">
          <span className="min-w-48 flex-1">{problemText(error)}</span>
          <Button onClick={() => void refetch()}>{t('retry')}</Button>
        </p>
      )}
      <div className="mt-5 flex justify-end">
        <Button onClick={() => onOpenChange(false)}>{t('close')}</Button>
      </div>
    </Dialog>
  )
}
