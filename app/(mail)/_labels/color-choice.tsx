'use client'

import { Check } from 'lucide-react'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { type LabelColor, labelColors } from '@/lib/contract/label-colors'

/** The nine colours as radio buttons. */
export function ColorChoice({ value, onChange }: { value: LabelColor; onChange: (color: LabelColor) => void }) {
  const t = useTranslations('labels')
  const name = useId()
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 font-medium text-sm">{t('color')}</legend>
      <div className="flex flex-wrap gap-1">
        {labelColors.map((color) => (
          <label
            key={color}
            data-label={color}
            data-tip={t(`colors.${color}`)}
            className="relative grid size-8 cursor-pointer place-items-center rounded-full has-focus-visible:outline-2 has-focus-visible:outline-accent-text max-md:size-11"
          >
            <input
              type="radio"
              name={name}
              value={color}
              aria-label={t(`colors.${color}`)}
              checked={color === value}
              onChange={() => onChange(color)}
              className="peer absolute inset-0 m-0 size-full cursor-pointer appearance-none rounded-full outline-none"
            />
            <span
              aria-hidden
              className="pointer-events-none grid size-6 place-items-center rounded-full border border-(--label-dot) bg-(--label-wash) text-(--label-ink) forced-colors:peer-checked:bg-[Highlight]"
            >
              {color === value && <Check size={14} strokeWidth={2.5} />}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
