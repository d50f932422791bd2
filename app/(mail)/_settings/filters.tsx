'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { Skeleton } from '@/app/_ui/skeleton'
import { showToast } from '@/app/_ui/toast'
import { ForeignScript } from '@/app/(mail)/_settings/foreign-script'
import { RuleForm } from '@/app/(mail)/_settings/rule-form'
import { RuleLine } from '@/app/(mail)/_settings/rule-line'
import { filterIntent, filterIntentShown } from '@/app/(mail)/_state/filter-intents'
import { useFilters } from '@/app/(mail)/_state/use-filters'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import type { Condition, FilterSet, Rule } from '@/lib/contract/filters'

const ruleOf = (conditions: Condition[]): Rule => ({
  name: '',
  enabled: true,
  match: 'all',
  conditions,
  actions: [{ do: 'read' }],
})
const blank = ruleOf([{ of: 'from', text: '' }])

/** What happens to mail as it arrives. */
export function Filters() {
  const t = useTranslations('filters')
  const problemText = useProblemText()
  const { filters, error, save } = useFilters()
  const [started] = useState(filterIntent)
  const [editing, setEditing] = useState<{ index: number; rule: Rule } | null>(
    started && { index: -1, rule: ruleOf(started) },
  )
  useEffect(filterIntentShown, [])
  if (error) return <p className="py-4 text-danger-text">{problemText(error)}</p>
  if (!filters) return <Skeleton className="my-4 h-8 w-2/3" />
  const { set, foreign } = filters
  if (foreign) return <ForeignScript foreign={foreign} set={set} />
  const put = (rules: Rule[], done?: () => void) =>
    save.mutate(
      { set: { ...set, rules } satisfies FilterSet },
      { onSuccess: done, onError: (problem) => showToast(problemText(problem), { tone: 'error' }) },
    )
  const close = () => setEditing(null)
  const keep = (rule: Rule) => {
    const index = editing?.index ?? -1
    put(index < 0 ? [...set.rules, rule] : set.rules.map((each, at) => (at === index ? rule : each)), close)
  }
  const form = editing && <RuleForm rule={editing.rule} busy={save.isPending} onSave={keep} onCancel={close} />
  return (
    <>
      <p className="pt-4 text-ink-soft text-sm">{t('hint')}</p>
      {set.rules.length === 0 && editing === null && <p className="pt-4">{t('empty')}</p>}
      <ol aria-label={t('list')}>
        {set.rules.map((rule, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule is its place in the order
          <li key={index} className="border-line border-b py-3">
            {editing?.index === index ? (
              form
            ) : (
              <RuleLine
                rule={rule}
                onEdit={() => setEditing({ index, rule })}
                onToggle={(enabled) => put(set.rules.map((each, at) => (at === index ? { ...rule, enabled } : each)))}
                onRemove={() => put(set.rules.filter((_, at) => at !== index))}
              />
            )}
          </li>
        ))}
      </ol>
      <div className="py-4">
        {editing?.index === -1 ? (
          form
        ) : (
          <Button onClick={() => setEditing({ index: -1, rule: blank })}>{t('add')}</Button>
        )}
      </div>
    </>
  )
}
