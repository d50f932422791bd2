'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { Skeleton } from '@/app/_ui/skeleton'
import { TextArea, TextField } from '@/app/_ui/text-field'
import { showToast } from '@/app/_ui/toast'
import { Switch } from '@/app/(mail)/_settings/choice'
import { ForeignScript } from '@/app/(mail)/_settings/foreign-script'
import { useFilters } from '@/app/(mail)/_state/use-filters'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import type { FilterSet } from '@/lib/contract/filters'

/** The answer for everybody who writes while one is away. */
export function VacationAnswer() {
  const problemText = useProblemText()
  const { filters, error } = useFilters()
  if (error) return <p className="py-4 text-danger-text">{problemText(error)}</p>
  if (!filters) return <Skeleton className="my-4 h-8 w-2/3" />
  if (filters.foreign) return <ForeignScript foreign={filters.foreign} set={filters.set} />
  return <VacationForm set={filters.set} />
}

const day = 86_400_000

/** A day of the calendar where the person is, from and to the moment it begins; the last day counts whole. */
const dateOf = (moment: string | null, offset = 0): string => {
  if (moment === null) return ''
  const at = new Date(new Date(moment).getTime() + offset)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
function momentOf(date: string, days = 0): string | null {
  const [year, month, dayOfMonth] = date.split('-').map(Number)
  if (!year || !month || !dayOfMonth) return null
  return new Date(year, month - 1, dayOfMonth + days).toISOString()
}

function VacationForm({ set }: { set: FilterSet }) {
  const t = useTranslations('vacation')
  const problemText = useProblemText()
  const { save } = useFilters()
  const [vacation, setVacation] = useState(set.vacation)
  const change = (patch: Partial<typeof vacation>) => setVacation((now) => ({ ...now, ...patch }))
  return (
    <form
      className="space-y-3"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ set: { ...set, vacation } }, { onSuccess: () => showToast(t('saved')) })
      }}
    >
      <Switch
        label={t('enabled')}
        hint={t('hint')}
        checked={vacation.enabled}
        onChange={(enabled) => change({ enabled })}
      />
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={t('begins')}
          type="date"
          value={dateOf(vacation.begins)}
          onChange={(date) => change({ begins: momentOf(date) })}
        />
        <TextField
          label={t('ends')}
          type="date"
          value={dateOf(vacation.ends, -day / 2)}
          onChange={(date) => change({ ends: momentOf(date, 1) })}
        />
      </div>
      <TextField
        label={t('subject')}
        value={vacation.subject}
        maxLength={200}
        onChange={(subject) => change({ subject })}
      />
      <TextArea label={t('text')} value={vacation.text} maxLength={10_000} onChange={(text) => change({ text })} />
      <TextField
        label={t('days')}
        type="number"
        value={String(vacation.days)}
        onChange={(days) => change({ days: Math.min(30, Math.max(1, Number(days) || 1)) })}
      />
      {save.error && (
        <p role="alert" className="text-danger-text text-sm">
          {problemText(save.error)}
        </p>
      )}
      <Button
        type="submit"
        kind="primary"
        disabled={save.isPending || (vacation.enabled && vacation.text.trim() === '')}
      >
        {t('save')}
      </Button>
    </form>
  )
}
