'use client'

import { useTranslations } from 'use-intl'
import { Part } from '@/app/(mail)/_system/part'

const steps = ['write', 'submit', 'split', 'ask', 'talk', 'store', 'fetch'] as const

/** The way of a message in words, in its order. */
export function Lesson() {
  const t = useTranslations('system')
  return (
    <Part id="system-lesson" title={t('lesson')}>
      <ol aria-labelledby="system-lesson" className="mt-2 grid max-w-3xl list-decimal gap-2 pl-5">
        {steps.map((step) => (
          <li key={step}>{t(`lessonStep.${step}`)}</li>
        ))}
      </ol>
    </Part>
  )
}
