'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Checkbox } from '@/app/_ui/checkbox'
import { QueueActions } from '@/app/(mail)/_admin/queue/queue-actions'
import { QueueRow } from '@/app/(mail)/_admin/queue/queue-row'
import type { MailQueue } from '@/lib/contract/queue'

/** The queue of one server, with what can be done to those chosen. */
export function QueueSection({ queue }: { queue: MailQueue }) {
  const t = useTranslations('admin')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { entries: shown, found, waiting } = queue
  // What left the queue, or is not shown, is not chosen any more: nothing unseen is deleted.
  const ids = shown.map(({ queueId }) => queueId).filter((id) => chosen.has(id))
  const choose = (id: string, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  const all = ids.length > 0 && ids.length === shown.length
  return (
    <section aria-label={t('queueOf', { server: queue.hostname })} className="mt-6">
      <div className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 border-line border-b pb-1">
        {shown.length > 0 && (
          <Checkbox
            label={t('chooseAll', { server: queue.hostname })}
            checked={all}
            mixed={ids.length > 0 && !all}
            onChange={() => setChosen(new Set(all ? [] : shown.map(({ queueId }) => queueId)))}
          />
        )}
        <h3 className="font-semibold">{queue.hostname}</h3>
        <span className="text-ink-faint text-sm">{t('waiting', { count: waiting })}</span>
        {ids.length > 0 && <QueueActions queue={queue.id} ids={ids} onDone={() => setChosen(new Set())} />}
      </div>
      {queue.silent && <p className="py-3 text-warn-text">{t('silent')}</p>}
      {!queue.silent && shown.length === 0 && (
        <p className="py-3 text-ink-soft">{t(waiting === 0 ? 'empty' : 'noneFound')}</p>
      )}
      <ul aria-label={t('messagesOf', { server: queue.hostname })}>
        {shown.map((entry) => (
          <QueueRow
            key={entry.queueId}
            queue={queue.id}
            entry={entry}
            chosen={chosen.has(entry.queueId)}
            onChoose={(on) => choose(entry.queueId, on)}
          />
        ))}
      </ul>
      {found > shown.length && <p className="py-3 text-ink-soft">{t('more', { count: found - shown.length })}</p>}
    </section>
  )
}
