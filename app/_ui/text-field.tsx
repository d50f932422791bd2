import { type ReactNode, useId } from 'react'

type Props = {
  label: string
  hint?: string
  value: string
  type?: 'text' | 'email' | 'number' | 'date'
  maxLength?: number
  /** The first thing one writes here: it has the focus. */
  focused?: boolean
  onChange: (value: string) => void
}

/** A line of text with its name above it. */
export function TextField({ label, hint, value, type = 'text', maxLength, focused, onChange }: Props) {
  const id = useId()
  return (
    <Named id={id} label={label}>
      <input
        id={id}
        type={type}
        // biome-ignore lint/a11y/noAutofocus: the person has just asked to write here
        autoFocus={focused}
        value={value}
        maxLength={maxLength}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.value)}
        className="h-9 w-full rounded-md border border-line-strong bg-surface px-2 max-md:h-11 max-md:text-lg"
      />
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-ink-soft text-sm">
          {hint}
        </p>
      )}
    </Named>
  )
}

type AreaProps = Pick<Props, 'label' | 'value' | 'maxLength' | 'onChange'>

/** Several lines of text. */
export function TextArea({ label, value, maxLength, onChange }: AreaProps) {
  const id = useId()
  return (
    <Named id={id} label={label}>
      <textarea
        id={id}
        rows={6}
        value={value}
        maxLength={maxLength}
        onChange={(event) => onChange(event.target.value)}
        className="w-full rounded-md border border-line-strong bg-surface px-2 py-1.5 max-md:text-lg"
      />
    </Named>
  )
}

function Named({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium text-sm">
        {label}
      </label>
      {children}
    </div>
  )
}
