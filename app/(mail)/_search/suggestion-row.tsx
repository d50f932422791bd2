import { AtSign, Bookmark, Clock3, Filter, Folder, Tag, X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { classNames } from '@/app/_ui/class-names'
import type { OperatorWord, Suggestion, SuggestionKind } from '@/app/(mail)/_search/suggest'

const icons = {
  operator: Filter,
  value: Filter,
  person: AtSign,
  label: Tag,
  mailbox: Folder,
  recent: Clock3,
  saved: Bookmark,
} satisfies Record<SuggestionKind, typeof Tag>

type Props = {
  id: string
  suggestion: Suggestion
  active: boolean
  onChoose: (suggestion: Suggestion) => void
  onForget: (suggestion: Suggestion) => void
}

/** One suggestion: what would be written, and what it means. */
export function SuggestionRow({ id, suggestion, active, onChoose, onForget }: Props) {
  const t = useTranslations('search')
  const { kind, term, name } = suggestion
  const Icon = icons[kind]
  const operator = term.replace(/^-|:$/g, '') as OperatorWord
  const explained = kind === 'operator' ? t(`operators.${operator}`) : name
  return (
    // The keyboard reaches options through the box, by arrows and Enter.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the box
    <div
      id={id}
      role="option"
      aria-selected={active}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onChoose(suggestion)}
      className={classNames(
        'flex min-h-8 cursor-pointer items-center gap-2.5 rounded-md px-2 py-1 text-sm hover:bg-hover max-md:min-h-11',
        active && 'bg-selected forced-colors:outline',
      )}
    >
      <Icon size={16} strokeWidth={1.75} aria-hidden className="shrink-0 text-ink-faint" />
      <span className="min-w-0 truncate" dir="auto">
        {term}
      </span>
      {explained && <span className="min-w-0 flex-1 truncate text-ink-faint">{explained}</span>}
      {kind === 'recent' && (
        // Delete does the same by keyboard, so the option holds no second target for it.
        <span
          aria-hidden
          title={t('forget')}
          onClick={(event) => {
            event.stopPropagation()
            onForget(suggestion)
          }}
          className="ml-auto grid size-6 shrink-0 place-items-center rounded-md text-ink-faint hover:bg-pressed hover:text-ink"
        >
          <X size={14} strokeWidth={1.75} />
        </span>
      )}
    </div>
  )
}
