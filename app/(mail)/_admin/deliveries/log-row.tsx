'use client'

import { useTranslations } from 'use-intl'
import { classNames } from '@/app/_ui/class-names'
import { useFormat } from '@/app/(mail)/_state/use-format'
import type { DeliveryLogRow } from '@/lib/contract/queue'

const tones: Record<DeliveryLogRow['outcome'], string> = {
  'in-mailbox': 'text-good-text',
  accepted: 'text-good-text',
  waiting: 'text-warn-text',
  greylisted: 'text-warn-text',
  held: 'text-warn-text',
  released: 'text-ink-soft',
  bounced: 'text-danger-text',
  refused: 'text-danger-text',
  expired: 'text-danger-text',
  stopped: 'text-danger-text',
}

/** One line of what happened. Queue id and Message-ID are ways to everything else about the same message. */
export function LogRow({ row, onFind }: { row: DeliveryLogRow; onFind: (q: string) => void }) {
  const t = useTranslations('admin')
  const format = useFormat()
  const { at, outcome, sender, recipient, host, queueId, messageId, server, reply } = row
  return (
    <li className="grid gap-0.5 border-line border-b py-2.5">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <time dateTime={at} title={format.full(at)} className="text-ink-faint text-sm">
          {format.medium(at)}
        </time>
        <span className={classNames('font-medium', tones[outcome])}>{t(`outcome.${outcome}`)}</span>
        <span className="min-w-0 break-words">
          {sender || t('notice')} → {recipient || t('everybody')}
        </span>
      </p>
      <p className="flex flex-wrap items-baseline gap-x-3 text-ink-faint text-xs">
        <span>{server?.name ? t('between', { host: host.name, server: server.name }) : host.name}</span>
        {[queueId, messageId].filter(Boolean).map((id) => (
          <button
            key={id}
            type="button"
            aria-label={t('findThis', { id })}
            onClick={() => onFind(id)}
            className="min-h-6 break-all text-left font-mono text-accent-text hover:underline"
          >
            {id}
          </button>
        ))}
      </p>
      {reply !== '' && (
        <code dir="auto" className="block whitespace-pre-wrap break-words font-mono text-ink-soft text-xs">
          {reply}
        </code>
      )}
    </li>
  )
}
