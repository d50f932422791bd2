import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { TextField } from '@/app/_ui/text-field'
import { ConditionRow } from '@/app/(mail)/_settings/condition-row'
import { RuleActions } from '@/app/(mail)/_settings/rule-actions'
import type { Condition, Rule } from '@/lib/contract/filters'

type Props = { rule: Rule; busy: boolean; onSave: (rule: Rule) => void; onCancel: () => void }

const isFilled = (condition: Condition) => !('text' in condition) || condition.text.trim() !== ''

/** A rule as it is written: conditions, then what happens. */
export function RuleForm({ rule: given, busy, onSave, onCancel }: Props) {
  const t = useTranslations('filters')
  const ui = useTranslations('ui')
  const [rule, setRule] = useState(given)
  const change = (patch: Partial<Rule>) => setRule((now) => ({ ...now, ...patch }))
  const { conditions, actions, match } = rule
  const ready = conditions.every(isFilled) && actions.length > 0
  return (
    <form
      aria-label={t('form')}
      className="space-y-4 rounded-lg border border-line p-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) onSave(rule)
      }}
    >
      <TextField label={t('name')} value={rule.name} maxLength={100} onChange={(name) => change({ name })} />
      <fieldset>
        <legend className="mb-1 font-medium text-sm">{t('when')}</legend>
        {conditions.length > 1 && (
          <select
            aria-label={t('match')}
            value={match}
            onChange={(event) => change({ match: event.target.value === 'any' ? 'any' : 'all' })}
            className="mb-2 h-8 rounded-md border border-line-strong bg-surface px-1 max-md:h-11"
          >
            <option value="all">{t('matchAll')}</option>
            <option value="any">{t('matchAny')}</option>
          </select>
        )}
        {conditions.map((condition, index) => (
          <ConditionRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a condition is its place
            key={index}
            condition={condition}
            onChange={(next) => change({ conditions: conditions.map((each, at) => (at === index ? next : each)) })}
            onRemove={
              conditions.length > 1
                ? () => change({ conditions: conditions.filter((_, at) => at !== index) })
                : undefined
            }
          />
        ))}
        <Button kind="quiet" onClick={() => change({ conditions: [...conditions, { of: 'subject', text: '' }] })}>
          {t('addCondition')}
        </Button>
      </fieldset>
      <RuleActions actions={actions} onChange={(next) => change({ actions: next })} />
      <div className="flex gap-2">
        <Button type="submit" kind="primary" disabled={busy || !ready}>
          {t('save')}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {ui('cancel')}
        </Button>
      </div>
    </form>
  )
}
