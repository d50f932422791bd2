import { X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { IconButton } from '@/app/_ui/icon-button'
import type { Condition } from '@/lib/contract/filters'

const kinds = ['from', 'to', 'subject', 'words', 'list', 'larger', 'smaller', 'attachment'] as const
type Kind = (typeof kinds)[number]

const field = 'h-9 rounded-md border border-line-strong bg-surface px-2 max-md:h-11 max-md:text-lg'

/** A condition of another kind, with the words it had where that makes sense. */
function become(kind: Kind, before: Condition): Condition {
  if (kind === 'attachment') return { of: kind }
  if (kind === 'larger' || kind === 'smaller')
    return { of: kind, kilobytes: 'kilobytes' in before ? before.kilobytes : 1000 }
  return { of: kind, text: 'text' in before ? before.text : '' }
}

type Props = { condition: Condition; onChange: (next: Condition) => void; onRemove: (() => void) | undefined }

export function ConditionRow({ condition, onChange, onRemove }: Props) {
  const t = useTranslations('filters')
  const { of } = condition
  return (
    <div className="mb-2 flex items-center gap-2 max-md:flex-wrap">
      <select
        aria-label={t('condition')}
        value={of}
        onChange={(event) => onChange(become(kinds.find((kind) => kind === event.target.value) ?? 'from', condition))}
        className={field}
      >
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kinds.${kind}`)}
          </option>
        ))}
      </select>
      {'text' in condition && (
        <input
          type="text"
          aria-label={t(`kinds.${condition.of}`)}
          value={condition.text}
          maxLength={300}
          onChange={(event) => onChange({ ...condition, text: event.target.value })}
          className={`${field} min-w-0 flex-1 max-md:basis-full`}
        />
      )}
      {'kilobytes' in condition && (
        <input
          type="number"
          min={1}
          max={1_000_000}
          aria-label={t(`kinds.${condition.of}`)}
          value={condition.kilobytes}
          onChange={(event) => onChange({ ...condition, kilobytes: Math.max(1, Number(event.target.value) || 1) })}
          className={`${field} w-32`}
        />
      )}
      {onRemove && (
        <IconButton size="small" label={t('removeCondition')} onClick={onRemove}>
          <X size={16} strokeWidth={1.75} aria-hidden />
        </IconButton>
      )}
    </div>
  )
}
