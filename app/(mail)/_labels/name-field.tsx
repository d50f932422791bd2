'use client'

import { useId } from 'react'
import { useTranslations } from 'use-intl'
import type { NameProblem } from '@/lib/contract/names'

type NameFieldProps = {
  label: string
  value: string
  onChange: (value: string) => void
  problem: NameProblem | null
  hint?: string
}

/** Where a label or a folder is named; says what is wrong with the name. */
export function NameField({ label, value, onChange, problem, hint }: NameFieldProps) {
  const t = useTranslations('nameProblems')
  const id = useId()
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium text-sm">
        {label}
      </label>
      <input
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        maxLength={1000}
        autoComplete="off"
        aria-invalid={problem !== null}
        aria-describedby={`${id}-hint`}
        className="h-9 rounded-md border border-line-strong bg-surface px-3 text-sm outline-offset-0 aria-invalid:border-danger max-md:h-11 max-md:text-base"
      />
      <p
        id={`${id}-hint`}
        role={problem ? 'alert' : undefined}
        className={problem ? 'text-danger-text text-sm' : 'text-ink-faint text-sm'}
      >
        {problem ? t(problem) : hint}
      </p>
    </div>
  )
}
