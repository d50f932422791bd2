'use client'

import { MailCheck } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { classNames } from '@/app/_ui/class-names'
import { WaitingButtons } from '@/app/(mail)/_reader/delivery/waiting-buttons'
import { deliveryLooks } from '@/app/(mail)/_state/delivery/delivery-looks'
import { reasonKey } from '@/app/(mail)/_state/delivery/delivery-reason'
import { useFormat } from '@/app/(mail)/_state/use-format'
import type { RecipientDelivery } from '@/lib/contract/delivery'
import type { MessageRef } from '@/lib/contract/messages'

type RecipientsProps = {
  message: MessageRef
  recipients: RecipientDelivery[]
  chosen: string | null
  onChoose: (recipient: string) => void
}

/** One line a recipient: who, where it is for them, and what the last server said. */
export function Recipients({ message, recipients, chosen, onChoose }: RecipientsProps) {
  const t = useTranslations('delivery')
  const waiting = recipients.filter(({ inOwnQueue }) => inOwnQueue)
  return (
    <fieldset className="mt-4">
      <legend className="sr-only">{t('recipients')}</legend>
      <ul className="grid max-h-56 gap-1 overflow-y-auto">
        {recipients.map((one) => (
          <li key={one.recipient}>
            <label
              className={classNames(
                'grid cursor-pointer grid-cols-[auto_minmax(0,1fr)_auto] items-baseline gap-x-3 rounded-md px-3 py-2 max-md:grid-cols-[auto_minmax(0,1fr)]',
                one.recipient === chosen ? 'bg-selected' : 'hover:bg-hover',
              )}
            >
              <input
                type="radio"
                name="recipient"
                checked={one.recipient === chosen}
                onChange={() => onChoose(one.recipient)}
                className="size-3.5 accent-accent"
              />
              <span className="truncate font-medium">{one.recipient}</span>
              <span className={classNames('text-sm max-md:col-start-2', deliveryLooks[one.state].tone)}>
                {t(`state.${one.state}`)}
              </span>
              <Explanation delivery={one} />
              {one.receipt && <Read receipt={one.receipt} />}
            </label>
            {one.inOwnQueue && <WaitingButtons message={message} delivery={one} waiting={waiting} />}
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

/** What their program said; nobody can prove it. */
function Read({ receipt }: { receipt: NonNullable<RecipientDelivery['receipt']> }) {
  const t = useTranslations('receipt')
  const format = useFormat()
  return (
    <span className="col-start-2 col-end-[-1] flex items-center gap-1.5 text-ink-soft text-sm">
      <MailCheck size={14} strokeWidth={2} aria-hidden className="shrink-0" />
      {t(`mark.${receipt.kind}`, { time: format.medium(receipt.at) })}
    </span>
  )
}

function Explanation({ delivery }: { delivery: RecipientDelivery }) {
  const { state, server, nextTry, folder, rule, ruleName, deliveredTo, tls, acceptedAs } = delivery
  const t = useTranslations('delivery')
  const format = useFormat()
  const name = server?.name ?? ''
  const texts = [
    deliveredTo.length > 0 ? t('aliasTo', { addresses: deliveredTo.join(', ') }) : '',
    state === 'accepted' ? t('acceptedBy', { server: name }) : '',
    state === 'in-mailbox' && folder ? t('inFolder', { folder }) : '',
    state === 'waiting' && nextTry ? t('nextTry', { time: format.when(nextTry) }) : '',
    state === 'waiting' || state === 'bounced' ? t(reasonKey(delivery)) : '',
    rule ? (ruleName ? t('rule.ownNamed', { name: ruleName }) : t(`rule.${rule}`)) : '',
    state === 'accepted' && server ? server.address : '',
    state === 'accepted' && tls ? tls.version : '',
    state === 'accepted' && acceptedAs ? t('acceptedAs', { id: acceptedAs }) : '',
  ].filter(Boolean)
  if (texts.length === 0) return null
  return <span className="col-start-2 col-end-[-1] break-words text-ink-faint text-sm">{texts.join(' · ')}</span>
}
