'use client'

import { format } from 'date-fns'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { ownZone, timeInZone, zones } from '@/app/(mail)/_composer/send-later/send-times'

type Props = { onChoose: (at: Date) => void; onClose: () => void }

const fieldLook = 'h-9 min-w-0 rounded-md border border-line-strong bg-surface px-2 text-ink text-sm max-md:h-11'

/** Asks for a date, a time and whose clock is meant. */
export default function SendTimeDialog({ onChoose, onClose }: Props) {
  const t = useTranslations('sendLater')
  const [wrong, setWrong] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    // the composer around it has a form of its own in the tree of React
    event.stopPropagation()
    const fields = new FormData(event.currentTarget)
    const at = timeInZone(String(fields.get('at')), String(fields.get('zone')))
    if (at === null || at.getTime() <= Date.now()) return setWrong(true)
    onClose()
    onChoose(at)
  }
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('title')}>
      <form noValidate className="mt-3 grid gap-3" onSubmit={submit}>
        <label className="grid gap-1.5 text-ink-soft text-sm">
          {t('time')}
          <input
            name="at"
            type="datetime-local"
            min={format(new Date(), "yyyy-MM-dd'T'HH:mm")}
            aria-invalid={wrong}
            aria-describedby={wrong ? 'send-time-wrong' : undefined}
            className={fieldLook}
          />
        </label>
        <label className="grid gap-1.5 text-ink-soft text-sm">
          {t('zone')}
          <select name="zone" defaultValue={ownZone()} className={fieldLook}>
            {zones().map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll('_', ' ')}
              </option>
            ))}
          </select>
        </label>
        {wrong && (
          <p id="send-time-wrong" role="alert" className="text-danger-text text-sm">
            {t('past')}
          </p>
        )}
        <div className="mt-1 flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" kind="primary">
            {t('send')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
