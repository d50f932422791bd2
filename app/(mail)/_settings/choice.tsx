'use client'

import { type ReactNode, useId } from 'react'

type ChoiceProps<Value extends string> = {
  label: string
  hint?: string
  value: Value
  options: readonly { value: Value; label: string; hint?: string }[]
  onChoose: (value: Value) => void
}

/** One of a few, all in sight. */
export function Choice<Value extends string>({ label, hint, value, options, onChoose }: ChoiceProps<Value>) {
  const name = useId()
  return (
    <fieldset className="border-line border-b py-4">
      <legend className="float-left mb-2 w-full font-semibold">{label}</legend>
      {hint && <p className="clear-left mb-2 text-ink-soft text-sm">{hint}</p>}
      <div className="clear-left flex flex-wrap gap-x-6 gap-y-1">
        {options.map((option) => (
          <label key={option.value} className="flex min-h-8 cursor-pointer items-center gap-2 max-md:min-h-11">
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
              className="size-4 accent-accent"
            />
            <span>
              {option.label}
              {option.hint && <span className="block text-ink-soft text-sm">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

type SwitchProps = {
  label: string
  hint?: ReactNode
  checked: boolean
  disabled?: boolean
  onChange: (checked: boolean) => void
  children?: ReactNode
}

/** On or off. */
export function Switch({ label, hint, checked, disabled, onChange, children }: SwitchProps) {
  const hintId = useId()
  return (
    <div className="flex items-start gap-3 border-line border-b py-4">
      <div className="min-w-0 flex-1">
        <label className="flex min-h-8 cursor-pointer items-center gap-3 max-md:min-h-11">
          <input
            type="checkbox"
            checked={checked}
            disabled={disabled}
            aria-describedby={hint ? hintId : undefined}
            onChange={(event) => onChange(event.target.checked)}
            className="size-4 accent-accent"
          />
          <span className="font-semibold">{label}</span>
        </label>
        {hint && (
          <p id={hintId} className="pl-7 text-ink-soft text-sm">
            {hint}
          </p>
        )}
      </div>
      {children}
    </div>
  )
}
