import type { ComponentProps } from 'react'
import { classNames } from '@/app/_ui/class-names'

type CheckboxProps = Omit<ComponentProps<'input'>, 'type'> & { label: string; mixed?: boolean }

/** A native checkbox with our look and a target of 24 px; `label` is its accessible name. */
export function Checkbox({ label, mixed = false, className, ...rest }: CheckboxProps) {
  return (
    <span className={classNames('relative inline-grid size-8 shrink-0 place-items-center', className)}>
      <input
        type="checkbox"
        aria-label={label}
        ref={(input) => {
          if (input) input.indeterminate = mixed
        }}
        className="peer absolute inset-0 m-0 size-full cursor-pointer disabled:cursor-default appearance-none rounded-md"
        {...rest}
      />
      <span
        aria-hidden
        className="pointer-events-none grid size-4 place-items-center rounded-[4px] border-[1.5px] border-line-strong text-transparent peer-checked:border-accent peer-checked:bg-accent peer-checked:text-accent-ink peer-indeterminate:border-accent peer-indeterminate:bg-accent peer-indeterminate:text-accent-ink peer-disabled:opacity-50 forced-colors:peer-checked:bg-[Highlight]"
      >
        <svg
          viewBox="0 0 12 12"
          className="size-3"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          aria-hidden="true"
        >
          <path d={mixed ? 'M2.5 6h7' : 'm2.5 6.3 2.4 2.4 4.6-5'} strokeLinecap="round" strokeLinejoin="round" />
        </svg>
      </span>
    </span>
  )
}
