import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { IconButton } from '@/app/_ui/icon-button'

type ManyFieldsProps = {
  label: string
  /** Accessible name of the nth field, from 1. */
  one: (n: number) => string
  /** On the button for another one. */
  more: string
  type: 'email' | 'tel'
  maxLength: number
  values: string[]
  onChange: (values: string[]) => void
}

const limit = 20

/** Several lines of one kind, of which there is always one to write in. */
export function ManyFields({ label, one, more, type, maxLength, values, onChange }: ManyFieldsProps) {
  const t = useTranslations('contacts')
  const shown = values.length === 0 ? [''] : values
  const [added, setAdded] = useState<number | null>(null)
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-sm">{label}</legend>
      <div className="space-y-1.5">
        {shown.map((value, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has nothing else it could be known by
          <div key={index} className="flex items-center gap-1">
            <input
              // not `email`: the browser would refuse what the server says more about
              type={type === 'email' ? 'text' : 'tel'}
              inputMode={type}
              // biome-ignore lint/a11y/noAutofocus: the person has just asked for another line to write in
              autoFocus={index === added}
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              aria-label={one(index + 1)}
              maxLength={maxLength}
              value={value}
              onChange={(event) => onChange(shown.with(index, event.target.value))}
              className="h-9 min-w-0 flex-1 rounded-md border border-line-strong bg-surface px-2 max-md:h-11 max-md:text-lg"
            />
            <IconButton
              label={t('removeLine', { what: one(index + 1) })}
              onClick={() => onChange(shown.toSpliced(index, 1))}
              disabled={shown.length === 1 && value === ''}
            >
              <X size={16} strokeWidth={1.75} aria-hidden />
            </IconButton>
          </div>
        ))}
      </div>
      <Button
        kind="quiet"
        disabled={shown.length >= limit}
        onClick={() => {
          setAdded(shown.length)
          onChange([...shown, ''])
        }}
        className="mt-1 -ml-2"
      >
        <Plus size={16} strokeWidth={1.75} aria-hidden />
        {more}
      </Button>
    </fieldset>
  )
}
