'use client'

import { Pause, Play } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { classNames } from '@/app/_ui/class-names'
import { type ConversationLine, conversationLines } from '@/app/(mail)/_reader/delivery/conversation-lines'
import { useReplay } from '@/app/(mail)/_reader/delivery/use-replay'
import type { JourneyStep } from '@/lib/contract/delivery'

const icon = { size: 14, strokeWidth: 2, 'aria-hidden': true } as const

/** What the two servers said to each other, line by line; what nobody wrote down is marked. */
export function ConversationTalk({ step, sender }: { step: JourneyStep; sender: string }) {
  const t = useTranslations('delivery.talk')
  const lines = conversationLines(step, sender)
  const replay = useReplay(lines.length)
  if (lines.length === 0) return null
  return (
    <details className="text-sm">
      <summary className="w-fit cursor-pointer text-ink-soft text-xs">{t('title')}</summary>
      <p className="mt-1 text-ink-faint text-xs">{t('hint')}</p>
      <Button kind="quiet" onClick={replay.running ? replay.stop : replay.start}>
        {replay.running ? <Pause {...icon} /> : <Play {...icon} />}
        {t(replay.running ? 'stop' : 'replay')}
      </Button>
      <ol aria-label={t('title')} className="mt-1 grid gap-0.5 rounded-md bg-canvas px-2.5 py-1.5 font-mono text-xs">
        {lines.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines repeat; the order is the identity
          <li key={place} className={classNames(place >= replay.shown && 'invisible')}>
            <Line line={line} />
          </li>
        ))}
      </ol>
    </details>
  )
}

function Line({ line: { side, text, recorded } }: { line: ConversationLine }) {
  const t = useTranslations('delivery.talk')
  return (
    <span className="flex gap-2">
      <span className="sr-only">{t(side)}</span>
      <span aria-hidden className={side === 'client' ? 'text-accent-text' : 'text-good-text'}>
        {side === 'client' ? '>' : '<'}
      </span>
      <span
        dir="auto"
        className={classNames('min-w-0 whitespace-pre-wrap break-all', !recorded && 'text-ink-faint italic')}
      >
        {text}
        {!recorded && <> {t('unrecorded')}</>}
      </span>
    </span>
  )
}
