'use client'

import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Checkbox } from '@/app/_ui/checkbox'
import { Menu } from '@/app/_ui/menu'
import { DeleteQueued } from '@/app/(mail)/_admin/queue/delete-queued'
import { plainReason } from '@/app/(mail)/_admin/queue/plain-reason'
import { useChangeQueue } from '@/app/(mail)/_admin/queue/use-queues'
import { useFormat } from '@/app/(mail)/_state/use-format'
import type { QueueEntry } from '@/lib/contract/queue'

type QueueRowProps = { queue: string; entry: QueueEntry; chosen: boolean; onChoose: (on: boolean) => void }

const states = ['active', 'incoming', 'deferred', 'hold', 'maildrop'] as const

/** One message that waits: from whom, for whom, since when, why. */
export function QueueRow({ queue, entry, chosen, onChoose }: QueueRowProps) {
  const t = useTranslations('admin')
  const format = useFormat()
  const { queueId, state, sender, arrivedAt, size, recipients } = entry
  const known = states.find((one) => one === state)
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-3 border-line border-b py-2">
      <Checkbox
        label={t('choose', { id: queueId })}
        checked={chosen}
        onChange={(event) => onChoose(event.target.checked)}
      />
      <div className="min-w-0 pt-1.5">
        <p className="flex flex-wrap gap-x-3">
          <span className="truncate font-medium">{sender || t('notice')}</span>
          <span className={state === 'hold' ? 'text-warn-text' : 'text-ink-soft'}>
            {known ? t(`state.${known}`) : state}
          </span>
          <span className="text-ink-faint text-sm">
            {t('since', { time: format.medium(arrivedAt) })} · {format.size(size)} · <code>{queueId}</code>
          </span>
        </p>
        <ul aria-label={t('recipients')} className="mt-1 grid gap-1 text-sm">
          {recipients.map(({ address, reason }) => (
            <li key={address} className="min-w-0">
              <span className="break-words">{t('to', { address })}</span>
              <Reason words={reason} />
            </li>
          ))}
        </ul>
      </div>
      <RowMenu queue={queue} entry={entry} />
    </li>
  )
}

/** In plain words, and as the server said it. */
function Reason({ words }: { words: string }) {
  const t = useTranslations('delivery')
  if (words === '') return null
  return (
    <>
      <span className="text-warn-text"> · {t(plainReason(words))}</span>
      <span dir="auto" className="block break-words font-mono text-ink-faint text-xs">
        {words}
      </span>
    </>
  )
}

function RowMenu({ queue, entry: { queueId, state } }: { queue: string; entry: QueueEntry }) {
  const t = useTranslations('admin')
  const { mutate, isPending } = useChangeQueue()
  const [asking, setAsking] = useState(false)
  const run = (verb: 'retry' | 'hold' | 'release' | 'delete') => () => mutate({ queue, verb, queueIds: [queueId] })
  const held = state === 'hold'
  return (
    <>
      <Menu
        label={t('actionsOn', { id: queueId })}
        disabled={isPending}
        align="end"
        className="grid size-8 place-items-center text-ink-soft hover:bg-hover"
        entries={[
          { label: t('verb.retry'), run: run('retry'), disabled: held },
          { label: t(held ? 'verb.release' : 'verb.hold'), run: run(held ? 'release' : 'hold') },
          'line',
          { label: t('verb.delete'), danger: true, run: () => setAsking(true) },
        ]}
      >
        <Ellipsis size={16} strokeWidth={1.75} aria-hidden />
      </Menu>
      {asking && <DeleteQueued count={1} onCancel={() => setAsking(false)} onConfirm={run('delete')} />}
    </>
  )
}
