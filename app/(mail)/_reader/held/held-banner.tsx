'use client'

import { CalendarClock, Pencil, Send, X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { classNames } from '@/app/_ui/class-names'
import { useHeldActions } from '@/app/(mail)/_reader/held/use-held-actions'
import { useHeldText } from '@/app/(mail)/_state/outbox/use-held-text'
import { useHeld } from '@/app/(mail)/_state/outbox/use-outbox'
import type { MessageRef } from '@/lib/contract/messages'
import type { HeldMessage } from '@/lib/contract/outbox'

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

/** Above a message of Scheduled: when it leaves or why it does not, and what can be done about that. */
export default function HeldBanner({ messageRef }: { messageRef: MessageRef }) {
  const t = useTranslations('outbox')
  const held = useHeld(messageRef)
  if (held === undefined) return null
  return (
    <section
      aria-label={t('label')}
      className={classNames(
        'mx-8 mb-3 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md px-3 py-2 text-sm max-md:mx-4',
        held !== null && held.reason === null ? 'bg-canvas text-ink' : 'bg-warn-wash text-warn-text',
      )}
    >
      {held === null ? <p>{t('unplanned')}</p> : <Planned held={held} />}
    </section>
  )
}

function Planned({ held }: { held: HeldMessage }) {
  const t = useTranslations('outbox')
  const { stateOf, reasonOf } = useHeldText()
  const { edit, cancel, sendNow } = useHeldActions(held)
  const reason = reasonOf(held)
  const atRest = held.state === 'held' || held.state === 'stopped'
  return (
    <>
      <CalendarClock {...icon} className="shrink-0" />
      <p className="min-w-48 flex-1" role="status">
        <span className="font-medium">{stateOf(held)}</span>
        {reason && <span className="block break-words">{reason}</span>}
      </p>
      {atRest && (
        <span className="flex flex-wrap gap-2">
          <Button onClick={edit}>
            <Pencil {...icon} />
            {t('edit')}
          </Button>
          <Button onClick={sendNow}>
            <Send {...icon} />
            {t('sendNow')}
          </Button>
          <Button onClick={cancel}>
            <X {...icon} />
            {t('cancel')}
          </Button>
        </span>
      )}
    </>
  )
}
