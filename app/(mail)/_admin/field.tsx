import { type ComponentProps, useId } from 'react'

type FieldProps = ComponentProps<'input'> & { label: string }

/** One input under its name. */
export function Field({ label, className, ...rest }: FieldProps) {
  const id = useId()
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block font-medium text-ink-soft text-xs">
        {label}
      </label>
      <input
        id={id}
        autoComplete="off"
        className="h-9 w-full rounded-md border border-line-strong bg-surface px-3 text-sm max-md:h-11 max-md:text-base"
        {...rest}
      />
    </div>
  )
}
