'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { classNames } from '@/app/_ui/class-names'
import { chipLook, useShownLabels } from '@/app/(mail)/_labels/label-chips'
import { PlaceLink } from '@/app/(mail)/_state/place-link'
import { mailboxPath } from '@/app/(mail)/_state/place-path'
import type { Label } from '@/lib/contract/labels'

/** The labels of an open conversation: links to their lists, each with a button that takes it off. */
export function LabelHeadings({ ids, onRemove }: { ids: string[]; onRemove: (label: Label) => void }) {
  const t = useTranslations('labels')
  const labels = useShownLabels(ids)
  if (labels.length === 0) return null
  return (
    <ul aria-label={t('onConversation')} className="flex min-w-0 flex-wrap gap-1.5">
      {labels.map((label) => (
        <li key={label.id} data-label={label.color} className={classNames(chipLook, 'max-w-full')}>
          <PlaceLink href={mailboxPath(label.id)} className="min-w-0 truncate rounded-[4px] py-1 pl-2 hover:underline">
            {label.name}
          </PlaceLink>
          <button
            type="button"
            aria-label={t('remove', { name: label.name })}
            data-tip={t('remove', { name: label.name })}
            onClick={() => onRemove(label)}
            className="grid size-6 shrink-0 place-items-center rounded-[4px] hover:bg-(--label-dot)/30"
          >
            <X size={12} strokeWidth={2} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  )
}
