'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import type { TimedIntent } from '@/app/(mail)/_state/timed-intents'
import { useTimed } from '@/app/(mail)/_state/use-timed'
import { toInputValue } from '@/app/(mail)/_timed/time-choices'
import { followUpChoices, type TimeOption, useSnoozeOptions } from '@/app/(mail)/_timed/time-options'
import { useFollowUp } from '@/app/(mail)/_timed/use-follow-up'
import { useSnooze } from '@/app/(mail)/_timed/use-snooze'

type TimeDialogProps = { intent: TimedIntent; onClose: () => void }

/** Asks for a time: until when conversations sleep, or when to remind. */
export default function TimeDialog({ intent, onClose }: TimeDialogProps) {
  return intent.kind === 'follow-up' ? (
    <FollowUpDialog messageId={intent.messageId} onClose={onClose} />
  ) : (
    <SnoozeDialog intent={intent} onClose={onClose} />
  )
}

type SnoozeIntent = Exclude<TimedIntent, { kind: 'follow-up' }>

function SnoozeDialog({ intent, onClose }: { intent: SnoozeIntent; onClose: () => void }) {
  const t = useTranslations('snooze')
  const snooze = useSnooze()
  const options = useSnoozeOptions()
  const choose = (at: Date) => {
    snooze(intent, at)
    onClose()
  }
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('title')}>
      <Options options={options} onChoose={choose} />
      <OwnTime verb={t('set')} onChoose={choose} />
    </Dialog>
  )
}

function FollowUpDialog({ messageId, onClose }: { messageId: string; onClose: () => void }) {
  const t = useTranslations('snooze')
  const followUp = useFollowUp()
  const waiting = useTimed().data?.followUps.find((entry) => entry.messageId === messageId)
  const choose = (at: Date | null) => {
    followUp(messageId, at)
    onClose()
  }
  const options = followUpChoices(new Date(), (days) => t('inDays', { days }))
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('remindTitle')}>
      <Options options={options} onChoose={choose} />
      <OwnTime verb={t('remindVerb')} onChoose={choose} />
      {waiting && (
        <Button kind="quiet" className="mt-3 w-full" onClick={() => choose(null)}>
          {t('stopWaiting')}
        </Button>
      )}
    </Dialog>
  )
}

function Options({ options, onChoose }: { options: TimeOption[]; onChoose: (at: Date) => void }) {
  return (
    <ul className="mt-3 -mx-2 grid">
      {options.map(({ label, detail, at }) => (
        <li key={label}>
          <button
            type="button"
            className="flex min-h-9 w-full items-center gap-4 rounded-md px-2 text-left text-sm hover:bg-hover max-md:min-h-11"
            onClick={() => onChoose(at)}
          >
            <span className="flex-1">{label}</span>
            <span className="text-ink-soft">{detail}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function OwnTime({ verb, onChoose }: { verb: string; onChoose: (at: Date) => void }) {
  const t = useTranslations('snooze')
  const [wrong, setWrong] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const at = new Date(String(new FormData(event.currentTarget).get('at')))
    if (at.getTime() > Date.now()) onChoose(at)
    else setWrong(true)
  }
  return (
    <form noValidate className="mt-3 border-line border-t pt-4" onSubmit={submit}>
      <label className="grid gap-1.5 text-ink-soft text-sm">
        {t('pick')}
        <span className="flex gap-2">
          <input
            name="at"
            type="datetime-local"
            required
            min={toInputValue(new Date())}
            aria-invalid={wrong}
            aria-describedby={wrong ? 'time-wrong' : undefined}
            className="h-8 min-w-0 flex-1 rounded-md border border-line-strong bg-surface px-2 text-ink text-sm max-md:h-11"
          />
          <Button type="submit" kind="primary" className="max-md:h-11">
            {verb}
          </Button>
        </span>
      </label>
      {wrong && (
        <p id="time-wrong" role="alert" className="mt-2 text-danger-text text-sm">
          {t('past')}
        </p>
      )}
    </form>
  )
}
