'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { DeleteQueued } from '@/app/(mail)/_admin/queue/delete-queued'
import { useChangeQueue } from '@/app/(mail)/_admin/queue/use-queues'

type QueueActionsProps = { queue: string; ids: string[]; onDone: () => void }

/** What can be done to the messages chosen. */
export function QueueActions({ queue, ids, onDone }: QueueActionsProps) {
  const t = useTranslations('admin')
  const { mutate, isPending } = useChangeQueue()
  const [asking, setAsking] = useState(false)
  const run = (verb: 'retry' | 'hold' | 'release' | 'delete') =>
    mutate({ queue, verb, queueIds: ids }, { onSuccess: onDone })
  return (
    <fieldset className="ml-auto flex flex-wrap items-center gap-2" disabled={isPending}>
      <legend className="float-left mr-1 text-sm">{t('chosen', { count: ids.length })}</legend>
      {(['retry', 'hold', 'release'] as const).map((verb) => (
        <Button key={verb} onClick={() => run(verb)}>
          {t(`verb.${verb}`)}
        </Button>
      ))}
      <Button kind="danger" onClick={() => setAsking(true)}>
        {t('verb.delete')}
      </Button>
      {asking && <DeleteQueued count={ids.length} onCancel={() => setAsking(false)} onConfirm={() => run('delete')} />}
    </fieldset>
  )
}
