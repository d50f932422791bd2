import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { useLabelOf } from '@/app/(mail)/_state/use-labels'
import { useMailboxes } from '@/app/(mail)/_state/use-mailboxes'
import type { Condition, FilterAction, Rule } from '@/lib/contract/filters'

type Props = { rule: Rule; onEdit: () => void; onToggle: (enabled: boolean) => void; onRemove: () => void }

/** A rule in words. */
export function RuleLine({ rule, onEdit, onToggle, onRemove }: Props) {
  const t = useTranslations('filters')
  const { conditionText, actionText, isGone } = useRuleWords()
  const conditions = rule.conditions.map(conditionText).join(t(rule.match === 'all' ? 'and' : 'or'))
  const actions = rule.actions.map(actionText).join(', ')
  const name = rule.name || conditions
  return (
    <div className="flex items-start gap-2 max-md:flex-wrap">
      <label className="flex min-w-0 flex-1 cursor-pointer items-start gap-3">
        <input
          type="checkbox"
          checked={rule.enabled}
          aria-label={t('enabledOf', { name })}
          onChange={(event) => onToggle(event.target.checked)}
          className="mt-1 size-4 shrink-0 accent-accent"
        />
        <span className="min-w-0">
          <span className="block break-words font-semibold">{name}</span>
          <span className="block break-words text-ink-soft text-sm">
            {rule.name !== '' && `${conditions}: `}
            {actions}
          </span>
          {!rule.enabled && rule.actions.some(isGone) && (
            <span className="block text-sm text-warn-text">{t('broken')}</span>
          )}
        </span>
      </label>
      <Button kind="quiet" aria-label={t('removeOf', { name })} onClick={onRemove}>
        {t('remove')}
      </Button>
      <Button aria-label={t('editOf', { name })} onClick={onEdit}>
        {t('edit')}
      </Button>
    </div>
  )
}

function useRuleWords() {
  const t = useTranslations('filters')
  const labelOf = useLabelOf()
  const { data } = useMailboxes()
  const conditionText = (condition: Condition): string => {
    if ('text' in condition) return t(`says.${condition.of}`, { text: condition.text })
    if ('kilobytes' in condition) return t(`says.${condition.of}`, { size: condition.kilobytes })
    return t('says.attachment')
  }
  const pathOf = (mailbox: string) => data?.mailboxes.find(({ id }) => id === mailbox)?.path
  const isGone = (action: FilterAction): boolean =>
    (action.do === 'move' && data !== undefined && pathOf(action.mailbox) === undefined) ||
    (action.do === 'label' && labelOf(action.label) === undefined)
  const actionText = (action: FilterAction): string => {
    if (action.do === 'move') return t('does.move', { where: pathOf(action.mailbox) ?? t('gone') })
    if (action.do === 'label') return t('does.label', { label: labelOf(action.label)?.name ?? t('gone') })
    if (action.do === 'forward') return t('does.forward', { address: action.address })
    return t(`does.${action.do}`)
  }
  return { conditionText, actionText, isGone }
}
