import { AlertCircle, ArrowUpRight, X } from 'lucide-react'
import type { KeyboardEvent, Ref } from 'react'
import { useTranslations } from 'use-intl'
import { classNames } from '@/app/_ui/class-names'
import { checkAddress, recipientLabel, recipientText } from '@/app/(mail)/_composer/recipients/parse-recipients'
import { useAccount } from '@/app/(mail)/_state/account'
import type { Address } from '@/lib/contract/address'

type Props = {
  recipient: Address
  labelRef: Ref<HTMLButtonElement>
  onEdit: () => void
  onRemove: () => void
  onKeyDown: (event: KeyboardEvent) => void
}

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

/** One recipient. One outside of the writer's own domain is marked. Its text edits it again; an address that cannot work says why. */
export function RecipientChip({ recipient, labelRef, onEdit, onRemove, onKeyDown }: Props) {
  const t = useTranslations('composer.recipients')
  const problem = checkAddress(recipient.address)
  const own = domainOf(useAccount().address)
  const outside = domainOf(recipient.address) !== own
  const text = outside ? `${recipientText(recipient)} · ${t('outside', { domain: own })}` : recipientText(recipient)
  return (
    <li
      className={classNames(
        'inline-flex h-6 max-w-full items-center rounded-full border text-sm',
        problem ? 'border-danger bg-danger-wash text-danger-text' : 'border-line bg-hover text-ink',
      )}
    >
      <button
        ref={labelRef}
        type="button"
        tabIndex={-1}
        data-tip={problem ? t(`problems.${problem}`) : text}
        onClick={onEdit}
        onKeyDown={onKeyDown}
        className="flex h-full min-w-0 items-center gap-1 rounded-full pl-2.5"
      >
        {problem && <AlertCircle size={14} strokeWidth={1.75} aria-hidden className="shrink-0" />}
        <span className="truncate">{recipientLabel(recipient)}</span>
        {outside && !problem && <ArrowUpRight size={12} strokeWidth={1.75} aria-hidden className="shrink-0" />}
        {outside && !problem && <span className="sr-only">{t('outside', { domain: own })}</span>}
        {problem && <span className="sr-only">{t(`problems.${problem}`)}</span>}
      </button>
      <button
        type="button"
        tabIndex={-1}
        aria-label={t('remove', { who: recipientLabel(recipient) })}
        onClick={onRemove}
        className="grid size-6 shrink-0 place-items-center rounded-full hover:bg-pressed"
      >
        <X size={14} strokeWidth={1.75} aria-hidden />
      </button>
    </li>
  )
}
