'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { Skeleton } from '@/app/_ui/skeleton'
import { Field } from '@/app/(mail)/_admin/field'
import { QueueSection } from '@/app/(mail)/_admin/queue/queue-section'
import { useQueues } from '@/app/(mail)/_admin/queue/use-queues'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import { useSettled } from '@/app/(mail)/_state/use-settled'

/** Other words are a question to every queue. */
const typingPauseMs = 250

/** What waits on the mail hosts, server by server. */
export function QueueView() {
  const t = useTranslations()
  const problemText = useProblemText()
  const [words, setWords] = useState('')
  const { data, error, refetch } = useQueues(useSettled(words.trim(), typingPauseMs))
  if (!data && error) {
    return (
      <p role="alert" className="flex flex-wrap items-center gap-3 text-ink-soft">
        {problemText(error)} <Button onClick={() => void refetch()}>{t('ui.retry')}</Button>
      </p>
    )
  }
  return (
    <>
      <Field
        type="search"
        label={t('admin.findInQueue')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        className="mt-4 max-w-md"
      />
      {!data && (
        <div role="status" aria-label={t('ui.loading')} className="mt-6 grid gap-4">
          <Skeleton className="w-1/4" />
          <Skeleton className="w-full" />
          <Skeleton className="w-2/3" />
        </div>
      )}
      {data?.queues.map((queue) => (
        <QueueSection key={queue.id} queue={queue} />
      ))}
      {data?.queues.length === 0 && <p className="mt-4 text-ink-soft">{t('admin.noQueues')}</p>}
    </>
  )
}
