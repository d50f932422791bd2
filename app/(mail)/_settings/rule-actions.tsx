import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useLabels } from '@/app/(mail)/_state/use-labels'
import { useMailboxes } from '@/app/(mail)/_state/use-mailboxes'
import type { FilterAction } from '@/lib/contract/filters'

type Does = FilterAction['do']
type Props = { actions: FilterAction[]; onChange: (actions: FilterAction[]) => void }

const field = 'h-8 min-w-0 max-w-64 rounded-md border border-line-strong bg-surface px-1 max-md:h-11'
const plain = ['read', 'star', 'trash', 'never-spam'] as const

/** What happens to mail that matches: any of these, each at most once. */
export function RuleActions({ actions, onChange }: Props) {
  const t = useTranslations('filters')
  const folders = (useMailboxes().data?.mailboxes ?? []).filter(({ role }) => role === null || role === 'archive')
  const labels = useLabels()
  const of = <D extends Does>(does: D) =>
    actions.find((action): action is Extract<FilterAction, { do: D }> => action.do === does)
  const put = (action: FilterAction) => onChange([...actions.filter((each) => each.do !== action.do), action])
  const drop = (does: Does) => onChange(actions.filter((each) => each.do !== does))
  const toggle = (action: FilterAction) => (on: boolean) => (on ? put(action) : drop(action.do))
  const move = of('move')
  const label = of('label')
  const forward = of('forward')
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-sm">{t('then')}</legend>
      {folders.length > 0 && (
        <Action
          text={t('do.move')}
          on={move !== undefined}
          onToggle={toggle({ do: 'move', mailbox: folders[0]?.id ?? '' })}
        >
          {move && (
            <select
              aria-label={t('folder')}
              value={move.mailbox}
              onChange={(event) => put({ do: 'move', mailbox: event.target.value })}
              className={field}
            >
              {folders.map(({ id, path }) => (
                <option key={id} value={id}>
                  {path}
                </option>
              ))}
            </select>
          )}
        </Action>
      )}
      {labels.length > 0 && (
        <Action
          text={t('do.label')}
          on={label !== undefined}
          onToggle={toggle({ do: 'label', label: labels[0]?.id ?? '' })}
        >
          {label && (
            <select
              aria-label={t('label')}
              value={label.label}
              onChange={(event) => put({ do: 'label', label: event.target.value })}
              className={field}
            >
              {labels.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Action>
      )}
      {plain.map((does) => (
        <Action key={does} text={t(`do.${does}`)} on={of(does) !== undefined} onToggle={toggle({ do: does })} />
      ))}
      <Action text={t('do.forward')} on={forward !== undefined} onToggle={toggle({ do: 'forward', address: '' })}>
        {forward && (
          <input
            type="email"
            required
            aria-label={t('forwardTo')}
            value={forward.address}
            maxLength={320}
            onChange={(event) => put({ do: 'forward', address: event.target.value })}
            className={field}
          />
        )}
      </Action>
    </fieldset>
  )
}

type ActionProps = { text: string; on: boolean; onToggle: (on: boolean) => void; children?: ReactNode }

function Action({ text, on, onToggle, children }: ActionProps) {
  return (
    <div className="flex min-h-9 items-center gap-3 max-md:min-h-11">
      <label className="flex cursor-pointer items-center gap-3">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => onToggle(event.target.checked)}
          className="size-4 accent-accent"
        />
        {text}
      </label>
      {children}
    </div>
  )
}
